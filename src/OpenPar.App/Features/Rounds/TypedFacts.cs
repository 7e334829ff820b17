using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Figures as they were typed, read one by one; what cannot be read is kept beside with its refusal.</summary>
/// <param name="Facts">Figures that could be read.</param>
/// <param name="Unread">Typed texts that could not, by name.</param>
/// <param name="Refusals">One for each of those, naming its field.</param>
public sealed record TypedFacts(Dictionary<string, FactValue> Facts, Dictionary<string, string> Unread, List<Refusal> Refusals)
{
    /// <summary>Field name of the proposed points.</summary>
    public const string PointsField = "points";

    /// <summary>Reads what was typed for the figures of a criterion. Empty fields are simply not declared.</summary>
    public static TypedFacts Read(Criterion criterion, IReadOnlyDictionary<string, string?> typed)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(typed);
        var result = new TypedFacts([], [], []);
        foreach (var fact in criterion.Rule?.Needs ?? [])
        {
            if (typed.GetValueOrDefault(fact.Name) is not { } text || string.IsNullOrWhiteSpace(text)) continue;
            result.Add(fact, text.Trim());
        }

        // Bounds that need two figures are only told here; the figures themselves stay.
        foreach (var problem in FactCheck.Problems(criterion.Rule?.Needs ?? [], new FactSet(result.Facts)).Where(p => !p.Missing))
            result.Refusals.Add(new Refusal("fact-out-of-bounds", problem.Message, problem.Fact));
        return result;
    }

    /// <summary>Reads proposed points: 0 to the maximum, comma or point.</summary>
    public static (decimal? Points, Refusal? Refusal) ReadPoints(string? typed, decimal? max)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (null, null);
        var reading = NumberText.Read(typed, NumberUse.Decimal);
        if (!reading.Ok) return (null, new Refusal("points-unreadable", reading.Problem!, PointsField));
        if (reading.Value < 0)
            return (null, Refusal.Of("points-negative", $"Điểm không được là số âm (đã nhập {typed}).", $"Points must not be negative (typed {typed}).", PointsField));
        if (max is { } limit && reading.Value > limit)
            return (null, Refusal.Of("points-above-maximum",
                $"Điểm không được vượt quá điểm tối đa {NumberText.Write(limit)} (đã nhập {typed}).",
                $"Points must not exceed the maximum of {NumberText.Write(limit)} (typed {typed}).", PointsField));
        return (reading.Value, null);
    }

    private void Add(FactDefinition fact, string text)
    {
        var reading = FactText.Read(fact, text);
        if (reading.Value is { } value)
        {
            Facts[fact.Name] = value;
            return;
        }

        Unread[fact.Name] = text;
        Refusals.Add(new Refusal("fact-unreadable", reading.Problem!, fact.Name));
    }
}
