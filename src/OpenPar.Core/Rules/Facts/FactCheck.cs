using System.Globalization;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules;

/// <summary>What is wrong with one declared figure.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Missing">True when there is no figure at all, false when there is one that cannot stand.</param>
/// <param name="Message">A sentence for the person who declares.</param>
public sealed record FactProblem(string Fact, bool Missing, LocalText Message);

/// <summary>Checks declared figures against their definitions, before any rule looks at them.</summary>
public static class FactCheck
{
    /// <summary>Most items a list may have; a longer one is refused.</summary>
    public const int LongestList = 10_000;

    private enum Fault
    {
        None,
        Missing,
        NoChoice,
        NoNumber,
        Negative,
        Broken,
        AboveHundred,
        TooLarge,
        AboveOther,
        NoDate,
        NoAnswer,
        NoList,
        LongList,
        NamedTwice,
        NoColumn,
    }

    /// <summary>Every problem of the declared figures, in the order of the form; empty when all can be used.</summary>
    public static IReadOnlyList<FactProblem> Problems(IReadOnlyList<FactDefinition> definitions, FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(facts);
        List<FactProblem>? problems = null;
        foreach (var fact in definitions)
        {
            var fault = Of(fact, facts);
            if (fault == Fault.None) continue;
            (problems ??= []).Add(new FactProblem(fact.Name, fault == Fault.Missing, Message(fact, fault, definitions, facts)));
        }

        return problems ?? (IReadOnlyList<FactProblem>)[];
    }

    /// <summary>
    /// The same verdict without its words: null when all figures can be used, <see cref="Outcome.Missing"/> when some are only
    /// missing, <see cref="Outcome.Invalid"/> when one cannot stand.
    /// </summary>
    public static Outcome? Obstacle(IReadOnlyList<FactDefinition> definitions, FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(facts);
        Outcome? worst = null;
        for (var i = 0; i < definitions.Count; i++)
        {
            var fault = Of(definitions[i], facts);
            if (fault == Fault.None) continue;
            if (fault != Fault.Missing) return Outcome.Invalid;
            worst = Outcome.Missing;
        }

        return worst;
    }

    /// <summary>The verdict on one figure alone, without words.</summary>
    internal static Outcome? Obstacle(FactDefinition definition, FactSet facts) => Of(definition, facts) switch
    {
        Fault.None => null,
        Fault.Missing => Outcome.Missing,
        _ => Outcome.Invalid,
    };

    private static Fault Of(FactDefinition fact, FactSet facts) => facts.Value(fact.Name) is not { } value
        ? Fault.Missing
        : fact.Type switch
        {
            FactType.Choice => value.Choice is null ? Fault.NoChoice : Fault.None,
            FactType.Date => value.Date is null ? Fault.NoDate : Fault.None,
            FactType.YesNo => value.Yes is null ? Fault.NoAnswer : Fault.None,
            FactType.List => value.Items is { } items ? OfList(fact, items) : Fault.NoList,
            _ => value.Number is { } number ? OfNumber(fact, number, facts) : Fault.NoNumber,
        };

    private static Fault OfNumber(FactDefinition fact, decimal value, FactSet facts)
    {
        if (value < 0 && fact.Type != FactType.Number) return Fault.Negative;
        if (fact.Type == FactType.Count && value != decimal.Truncate(value)) return Fault.Broken;
        if (fact.Type == FactType.Percent && value > 100) return Fault.AboveHundred;
        if (Math.Abs(value) > NumberText.Largest) return Fault.TooLarge;
        return fact.AtMost is { } name && facts.Number(name) is { } limit && value > limit ? Fault.AboveOther : Fault.None;
    }

    private static Fault OfList(FactDefinition fact, ItemList items)
    {
        if (items.Count > LongestList) return Fault.LongList;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!keys.Add(item.Key)) return Fault.NamedTwice;
            foreach (var column in fact.Columns ?? [])
            {
                if (!item.Values.TryGetValue(column.Name, out var value)) return Fault.NoColumn;
                if (Math.Abs(value) > NumberText.Largest) return Fault.TooLarge;
            }
        }

        return Fault.None;
    }

    private static LocalText Message(FactDefinition fact, Fault fault, IReadOnlyList<FactDefinition> all, FactSet facts)
    {
        var value = facts.Number(fact.Name) is { } number ? NumberText.Write(number) : "";
        switch (fault)
        {
            case Fault.Missing: return new($"Thiếu số liệu: {fact.Label}.", $"Missing figure: {fact.Label}.");
            case Fault.NoChoice: return new($"{fact.Label}: hãy chọn một phương án.", $"{fact.Label}: choose an option.");
            case Fault.NoNumber: return new($"{fact.Label}: phải là một số.", $"{fact.Label}: must be a number.");
            case Fault.NoDate: return new($"{fact.Label}: phải là một ngày.", $"{fact.Label}: must be a day.");
            case Fault.NoAnswer: return new($"{fact.Label}: hãy chọn có hoặc không.", $"{fact.Label}: answer yes or no.");
            case Fault.NoList: return new($"{fact.Label}: phải là một danh sách.", $"{fact.Label}: must be a list.");
            case Fault.LongList: return new($"{fact.Label}: danh sách quá {N(LongestList)} mục.", $"{fact.Label}: more than {N(LongestList)} items.");
            case Fault.NamedTwice: return new($"{fact.Label}: có mục ghi hai lần.", $"{fact.Label}: an item stands twice.");
            case Fault.NoColumn: return new($"{fact.Label}: có mục thiếu số liệu.", $"{fact.Label}: an item lacks a figure.");
            case Fault.Negative: return new($"{fact.Label}: không được là số âm ({value}).", $"{fact.Label}: must not be negative ({value}).");
            case Fault.Broken: return new($"{fact.Label}: phải là số nguyên ({value}).", $"{fact.Label}: must be a whole number ({value}).");
            case Fault.AboveHundred: return new($"{fact.Label}: tỷ lệ không được vượt quá 100% ({value}%).", $"{fact.Label}: a rate cannot exceed 100% ({value}%).");
            case Fault.AboveOther:
                var other = all.FirstOrDefault(f => f.Name == fact.AtMost)?.Label ?? fact.AtMost;
                var limit = NumberText.Write(facts.Number(fact.AtMost!) ?? 0);
                return new($"{fact.Label} ({value}) lớn hơn {other} ({limit}).", $"{fact.Label} ({value}) exceeds {other} ({limit}).");
            default: return new($"{fact.Label}: số quá lớn.", $"{fact.Label}: the number is too large.");
        }
    }

    private static string N(int value) => value.ToString(CultureInfo.InvariantCulture);
}
