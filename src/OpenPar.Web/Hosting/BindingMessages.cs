using Microsoft.AspNetCore.Mvc;
using OpenPar.Core.Text;

namespace OpenPar.Web.Hosting;

/// <summary>What the binder says of values that do not fit, in the language of the screen.</summary>
internal static class BindingMessages
{
    public static void Localise(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => Say($"“{value}” không dùng được cho {name}.", $"“{value}” cannot be used for {name}."));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Say($"“{value}” không dùng được.", $"“{value}” cannot be used."));
        messages.SetUnknownValueIsInvalidAccessor(name => Say($"Giá trị của {name} không dùng được.", $"The value of {name} cannot be used."));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Say("Giá trị không dùng được.", "The value cannot be used."));
        messages.SetValueIsInvalidAccessor(value => Say($"“{value}” không dùng được.", $"“{value}” cannot be used."));
        messages.SetValueMustNotBeNullAccessor(_ => Say("Cần nhập thông tin này.", "This is needed."));
        messages.SetMissingBindRequiredValueAccessor(name => Say($"Cần nhập {name}.", $"{name} is needed."));
        messages.SetMissingKeyOrValueAccessor(() => Say("Cần nhập thông tin này.", "This is needed."));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Say("Yêu cầu không có nội dung.", "The request is empty."));
        messages.SetValueMustBeANumberAccessor(name => Say($"{name} phải là số.", $"{name} must be a number."));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Say("Phải là số.", "This must be a number."));
    }

    private static string Say(string vi, string en) => new LocalText(vi, en).Show();
}
