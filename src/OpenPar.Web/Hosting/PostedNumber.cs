using Microsoft.AspNetCore.Mvc.ModelBinding;
using OpenPar.Core.Text;

namespace OpenPar.Web.Hosting;

/// <summary>
/// Reads a number a person typed. Numbers are bound as text, because the framework's own binder reads "1,5" as fifteen without a word;
/// what cannot be read is refused beside its field and stays there as it was typed.
/// </summary>
public static class PostedNumber
{
    /// <summary>The number; null when empty or refused. An empty field is no error here: unknown stays unknown.</summary>
    public static decimal? ReadNumber(this ModelStateDictionary state, string field, string? typed, NumberUse use = NumberUse.Decimal)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var reading = NumberText.Read(typed, use);
        if (reading.Problem is { } problem) state.AddModelError(field, problem.Show());
        return reading.Value;
    }

    /// <summary>The number; null with an error beside the field when it is empty or cannot be read.</summary>
    public static decimal? ReadRequiredNumber(this ModelStateDictionary state, string field, string? typed, NumberUse use = NumberUse.Decimal)
    {
        var reading = NumberText.Read(typed, use);
        if (reading.Problem is { } problem) state.AddModelError(field, problem.Show());
        return reading.Value;
    }
}
