using OpenPar.Core.Text;

namespace OpenPar.Core.Rules;

/// <summary>A typed figure: its value, or why it could not be read and what to type instead.</summary>
/// <param name="Value">The value; null when it could not be read.</param>
/// <param name="Problem">A sentence for the person who typed; null when it was read.</param>
public sealed record FactReading(FactValue? Value, LocalText? Problem);

/// <summary>
/// Reads and writes figures as officers type them, the same way in forms and in files. A list has one item a line: its name, then
/// its figures in the order of the columns, separated by semicolons.
/// </summary>
public static class FactText
{
    /// <summary>Stands for yes in forms and files; "có", "yes" and "true" are read as well.</summary>
    public const string Yes = "yes";

    /// <summary>Stands for no in forms and files; "không", "no" and "false" are read as well.</summary>
    public const string No = "no";

    /// <summary>Reads what was typed for a figure. A choice is taken as its key; whether the option exists is for the rule to say.</summary>
    public static FactReading Read(FactDefinition fact, string? typed)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var text = (typed ?? "").Trim();
        return fact.Type switch
        {
            FactType.Choice => text.Length > 0 ? new(FactValue.Of(text), null) : Not("Hãy chọn một phương án.", "Choose an option."),
            FactType.YesNo => Answer(VietnameseText.Clean(text).ToLowerInvariant()),
            FactType.Date => Day(text),
            FactType.List => Items(fact, text),
            _ => Number(fact, text),
        };
    }

    /// <summary>A value as it is typed: reading it back gives the same value.</summary>
    public static string Write(FactDefinition fact, FactValue value)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return value switch
        {
            { Number: { } number } => NumberText.WriteTyped(number, UseOf(fact)),
            { Choice: { } choice } => choice,
            { Date: { } day } => RuleText.D(day),
            { Yes: { } yes } => yes ? Yes : No,
            { Items: { } items } => string.Join('\n', items.Select(i => string.Join("; ", (fact.Columns ?? []).Select(c => NumberText.WriteTyped(i.Values.GetValueOrDefault(c.Name), NumberUse.Decimal)).Prepend(i.Key)))),
            _ => "",
        };
    }

    /// <summary>A value as a reader sees it: with its unit, an option in the words of its rule.</summary>
    public static LocalText Show(Rule rule, FactDefinition fact, FactValue value)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (value.Choice is { } key) return Same(rule.OptionsOf(fact.Name).FirstOrDefault(o => o.Key == key)?.Label ?? key);
        if (value.Yes is { } yes) return yes ? new("Có", "Yes") : new("Không", "No");
        if (value.Items is { } items) return new($"{items.Count} mục: {string.Join("; ", items.Select(i => i.Key))}", $"{items.Count} items: {string.Join("; ", items.Select(i => i.Key))}");
        if (value.Number is null) return Same(Write(fact, value));
        return Same(NumberText.Write(value.Number.Value) + (fact.Type == FactType.Percent ? "%" : fact.Unit is null ? "" : " " + fact.Unit));
    }

    private static FactReading Answer(string text) => text switch
    {
        "yes" or "có" or "co" or "true" or "x" => new(FactValue.Of(true), null),
        "no" or "không" or "khong" or "false" => new(FactValue.Of(false), null),
        _ => Not($"“{text}” không phải câu trả lời. Ghi “có” hoặc “không”.", $"“{text}” is no answer. Write “yes” or “no”."),
    };

    private static FactReading Day(string text) =>
        DayText.Read(text) is { } day
            ? new(FactValue.Of(day), null)
            : Not($"“{text}” không phải ngày. Ghi ngày/tháng/năm, ví dụ 25/11/2025.", $"“{text}” is not a day. Write day/month/year, such as 25/11/2025.");

    private static FactReading Number(FactDefinition fact, string text)
    {
        var reading = NumberText.Read(text, UseOf(fact));
        return reading.Value is { } number ? new(FactValue.Of(number), null) : new(null, reading.Problem);
    }

    private static FactReading Items(FactDefinition fact, string text)
    {
        var columns = fact.Columns ?? [];
        var items = new List<FactItem>();
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > FactCheck.LongestList) return Not($"Danh sách quá {FactCheck.LongestList} mục.", $"More than {FactCheck.LongestList} items.");
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = lines[i].Split(';', StringSplitOptions.TrimEntries);
            // A name may itself hold semicolons; the figures are the last cells.
            if (cells.Length <= columns.Count)
                return Not($"Dòng {i + 1} cần tên và {columns.Count} số liệu ({string.Join("; ", columns.Select(c => c.Label))}).", $"Line {i + 1} needs a name and {columns.Count} figures.");
            var values = new Dictionary<string, decimal>(columns.Count);
            for (var c = 0; c < columns.Count; c++)
            {
                var reading = NumberText.Read(cells[^(columns.Count - c)], NumberUse.Decimal);
                if (reading.Value is not { } number) return Not($"Dòng {i + 1}, {columns[c].Label}: {reading.Problem!.Vi}", $"Line {i + 1}, {columns[c].Label}: {reading.Problem.En}");
                values[columns[c].Name] = number;
            }

            items.Add(new FactItem(string.Join("; ", cells[..^columns.Count]), values));
        }

        return new(FactValue.Of(new ItemList(items)), null);
    }

    private static NumberUse UseOf(FactDefinition fact) => fact.Type == FactType.Count ? NumberUse.Count : NumberUse.Decimal;

    private static LocalText Same(string text) => new(text, text);

    private static FactReading Not(string vi, string en) => new(null, new LocalText(vi, en));
}
