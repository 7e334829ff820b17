using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Tck;

/// <summary>Turns the values of test files into values of FEEL.</summary>
internal static class TckValues
{
    /// <summary>The value; text that does not fit its stated type stays text.</summary>
    public static object? ToFeel(TckValue? value) => value switch
    {
        TckList list => new FeelList(list.Items.Select(ToFeel)),
        TckContext context => new FeelContext(context.Entries.Select(entry => KeyValuePair.Create(entry.Key, ToFeel(entry.Value)))),
        TckScalar scalar => Scalar(scalar),
        _ => null,
    };

    private static object Scalar(TckScalar scalar)
    {
        var text = scalar.Text.Trim();
        object? value = scalar.Type switch
        {
            "boolean" => text is "true" or "1" ? true : text is "false" or "0" ? false : null,
            "decimal" or "double" or "float" or "integer" or "int" or "long" or "short" => FeelNumber.TryParse(text, out var number) ? number : null,
            "date" => FeelDate.Parse(text),
            "time" => FeelTime.Parse(text),
            "dateTime" => FeelDateTime.Parse(text) is { } moment ? moment : FeelDate.Parse(text),
            "duration" or "dayTimeDuration" or "yearMonthDuration" => YearsMonthsDuration.Parse(text) is { } months ? months : DaysTimeDuration.Parse(text),
            _ => null,
        };
        return value ?? scalar.Text;
    }
}
