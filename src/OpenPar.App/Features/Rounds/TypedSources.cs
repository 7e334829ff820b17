using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Sources typed beside figures of earlier years that no earlier round gives.</summary>
public static class TypedSources
{
    /// <summary>What stands before the name of a figure in the field of its source.</summary>
    public const string Prefix = "s.";

    private const int Longest = 500;

    public static Refusal TooLong(string fact) => Refusal.Of("source-too-long", $"Nguồn số liệu dài quá {Longest} ký tự.", $"The source exceeds {Longest} characters.", Prefix + fact);

    public static Refusal Missing(FactDefinition fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Refusal.Of("past-source-missing", $"{fact.Label}: ghi nguồn của số liệu.", $"{fact.Label}: give the source of the figure.", Prefix + fact.Name);
    }

    /// <summary>Reads the typed sources of a criterion; empty ones and those of other figures are left out.</summary>
    public static (Dictionary<string, FigureOrigin> Origins, List<Refusal> Refusals) Read(Criterion criterion, IReadOnlyDictionary<string, string?>? typed)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        var (origins, refusals) = (new Dictionary<string, FigureOrigin>(), new List<Refusal>());
        foreach (var fact in (criterion.Rule?.Needs ?? []).Where(PastFigures.IsPast))
        {
            if (typed?.GetValueOrDefault(fact.Name) is not { } text || string.IsNullOrWhiteSpace(text)) continue;
            if (text.Length > Longest) refusals.Add(TooLong(fact.Name));
            else origins[fact.Name] = Of(fact, VietnameseText.Clean(text));
        }

        return (origins, refusals);
    }

    /// <summary>Figures of earlier years that stand there without a round or a source behind them.</summary>
    public static IEnumerable<FactDefinition> Unproven(Criterion criterion, RowFigures figures)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(figures);
        return (criterion.Rule?.Needs ?? []).Where(f => PastFigures.IsPast(f) && figures.Facts.ContainsKey(f.Name) && !figures.Origins.ContainsKey(f.Name));
    }

    private static FigureOrigin Of(FactDefinition fact, string source) =>
        new(new LocalText($"Số liệu “{fact.Label}” nhập tay, nguồn: {source}", $"The figure “{fact.Label}” was entered by hand, source: {source}"), source);
}
