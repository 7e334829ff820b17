using System.Globalization;
using System.Text.Json.Nodes;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Forms;

/// <summary>One typed text to one value of the JSON shape, and back.</summary>
internal static class TypedText
{
    private static readonly char[] BetweenNames = [',', ';', ' ', '\n', '\r', '\t'];

    /// <summary>The value; null with a problem when the text cannot be read, or without one when there is nothing.</summary>
    public static JsonNode? Read(FormField field, string text, string path, List<TypedProblem> problems)
    {
        switch (field.Input)
        {
            case FormInput.Number:
            case FormInput.Share:
            case FormInput.Whole:
                var reading = NumberText.Read(text, field.Input == FormInput.Whole ? NumberUse.Count : NumberUse.Decimal);
                if (reading.Problem is { } problem) return Refuse(path, field, problem, problems);
                if (field.Input == FormInput.Share) return JsonValue.Create(reading.Value!.Value / 100);
                if (field.Input == FormInput.Number) return JsonValue.Create(reading.Value!.Value);
                return Math.Abs(reading.Value!.Value) <= 1_000_000
                    ? JsonValue.Create((int)reading.Value.Value)
                    : Refuse(path, field, new LocalText($"“{text}” quá lớn.", $"“{text}” is too large."), problems);
            case FormInput.Day:
                return DayText.Read(text) is { } day
                    ? JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                    : Refuse(path, field, DayText.Problem(text), problems);
            case FormInput.Flag:
                return JsonValue.Create(text == "true");
            case FormInput.Option:
                return field.Options.Any(o => o.Value == text)
                    ? JsonValue.Create(text)
                    : Refuse(path, field, new LocalText($"Không có lựa chọn “{text}”.", $"There is no choice “{text}”."), problems);
            case FormInput.Names:
                return List(text.Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            case FormInput.Lines:
                return List(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            default:
                return JsonValue.Create(Composed(text.Replace("\r\n", "\n", StringComparison.Ordinal)));
        }
    }

    /// <summary>The value as it is typed: decimal comma, no grouping, the digits as they stand.</summary>
    public static JsonNode? Write(FormField field, JsonNode value) => field.Input switch
    {
        FormInput.Number => Digits(value.GetValue<decimal>()),
        FormInput.Share => (value.GetValue<decimal>() * 100).ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ','),
        FormInput.Whole => value.GetValue<int>().ToString(CultureInfo.InvariantCulture),
        FormInput.Day => DayText.Write(DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        FormInput.Flag => value.GetValue<bool>() ? "true" : null,
        FormInput.Names => string.Join(", ", ((JsonArray)value).Select(v => v!.GetValue<string>())),
        FormInput.Lines => string.Join('\n', ((JsonArray)value).Select(v => v!.GetValue<string>())),
        _ => value.GetValue<string>(),
    };

    /// <summary>A number as it is typed: "0,50" keeps its digits.</summary>
    public static string Digits(decimal value) => value.ToString(CultureInfo.InvariantCulture).Replace('.', ',');

    private static JsonArray List(string[] texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(Composed(t))!)]);

    private static string Composed(string text) => VietnameseText.WellFormed(text).Normalize();

    private static JsonNode? Refuse(string path, FormField field, LocalText why, List<TypedProblem> problems)
    {
        problems.Add(new TypedProblem(path, new LocalText($"{field.Label.Vi}: {why.Vi}", $"{field.Label.En}: {why.En}")));
        return null;
    }
}
