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
    /// <summary>Every problem of the declared figures, in the order of the form; empty when all can be used.</summary>
    public static IReadOnlyList<FactProblem> Problems(IReadOnlyList<FactDefinition> definitions, FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(facts);
        var problems = new List<FactProblem>();
        foreach (var fact in definitions)
        {
            if (!facts.Has(fact.Name))
                problems.Add(new FactProblem(fact.Name, true, new LocalText($"Thiếu số liệu: {fact.Label}.", $"Missing figure: {fact.Label}.")));
            else if (Bound(fact, definitions, facts) is { } message)
                problems.Add(new FactProblem(fact.Name, false, message));
        }

        return problems;
    }

    private static LocalText? Bound(FactDefinition fact, IReadOnlyList<FactDefinition> all, FactSet facts)
    {
        if (fact.Type == FactType.Choice)
            return facts.Choice(fact.Name) is null ? new LocalText($"{fact.Label}: hãy chọn một phương án.", $"{fact.Label}: choose an option.") : null;
        if (facts.Number(fact.Name) is not { } value)
            return new LocalText($"{fact.Label}: phải là một số.", $"{fact.Label}: must be a number.");
        if (value < 0 && fact.Type != FactType.Number)
            return new LocalText($"{fact.Label}: không được là số âm ({NumberText.Write(value)}).", $"{fact.Label}: must not be negative ({NumberText.Write(value)}).");
        if (fact.Type == FactType.Count && value != decimal.Truncate(value))
            return new LocalText($"{fact.Label}: phải là số nguyên ({NumberText.Write(value)}).", $"{fact.Label}: must be a whole number ({NumberText.Write(value)}).");
        if (fact.Type == FactType.Percent && value > 100)
            return new LocalText($"{fact.Label}: tỷ lệ không được vượt quá 100% ({NumberText.Write(value)}%).", $"{fact.Label}: a rate cannot exceed 100% ({NumberText.Write(value)}%).");
        if (Math.Abs(value) > NumberText.Largest)
            return new LocalText($"{fact.Label}: số quá lớn.", $"{fact.Label}: the number is too large.");
        if (fact.AtMost is { } name && facts.Number(name) is { } limit && value > limit)
        {
            var other = all.FirstOrDefault(f => f.Name == name)?.Label ?? name;
            return new LocalText(
                $"{fact.Label} ({NumberText.Write(value)}) lớn hơn {other} ({NumberText.Write(limit)}).",
                $"{fact.Label} ({NumberText.Write(value)}) exceeds {other} ({NumberText.Write(limit)}).");
        }

        return null;
    }
}
