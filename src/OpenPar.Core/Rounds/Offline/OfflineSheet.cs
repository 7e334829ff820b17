using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Rounds.Offline;

/// <summary>A score sheet as it is taken out to be filled without network, and as it stands when the file comes back.</summary>
public sealed record OfflineSheet
{
    /// <summary>Identity of the sheet as text; a file of another sheet is refused by it.</summary>
    public required string Id { get; init; }

    /// <summary>Title of the round.</summary>
    public required string Round { get; init; }

    /// <summary>The assessment year.</summary>
    public required int Year { get; init; }

    /// <summary>Name of the scored unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The framework.</summary>
    public required FrameworkId Framework { get; init; }

    /// <summary>The decision behind it in words, such as "Quyết định số 1187/QĐ-BNV ngày 15/10/2025 của Bộ Nội vụ".</summary>
    public required string Decision { get; init; }

    /// <summary>The moment the texts were taken from the system.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>True when figures are invented; every page then says so.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Fields, criteria and leaves in order of the tree.</summary>
    public required IReadOnlyList<OfflineRow> Rows { get; init; }

    /// <summary>Every input of the sheet, in order of the tree.</summary>
    public IEnumerable<OfflineField> Fields => Rows.SelectMany(row => row.Fields());
}

/// <summary>One node of the tree; a leaf carries what is declared for it.</summary>
/// <param name="Code">Number in the tree.</param>
/// <param name="Title">Title as the framework prints it.</param>
/// <param name="MaxPoints">Maximum points; null when no source gives it.</param>
/// <param name="Leaf">What is declared; null for a field or criterion with rows below.</param>
public sealed record OfflineRow(CriterionCode Code, string Title, decimal? MaxPoints, OfflineLeaf? Leaf = null)
{
    /// <summary>The inputs of the row in order of the form; none for a node above others.</summary>
    public IEnumerable<OfflineField> Fields()
    {
        if (Leaf is not { } leaf) yield break;
        foreach (var figure in leaf.Figures.DistinctBy(figure => figure.Fact.Name))
        {
            var open = leaf.Writable && figure.Brought is null;
            yield return new OfflineField(OfflineKey.Figure(Code, figure.Fact.Name), figure.Fact.Label, figure.Text, open)
            {
                Fact = figure.Fact,
                Options = figure.Options,
                Hint = figure.Brought,
                Bound = leaf.Figures.FirstOrDefault(other => other.Fact.Name == figure.Fact.AtMost)?.Fact.Label,
            };
            if (figure.AsksSource)
                yield return new OfflineField(OfflineKey.Source(Code, figure.Fact.Name), $"Nguồn của số liệu “{figure.Fact.Label}”", figure.Source, leaf.Writable);
        }

        if (leaf.AsksPoints) yield return new OfflineField(OfflineKey.Points(Code), "Điểm tự chấm", leaf.Points, leaf.Writable) { MaxPoints = MaxPoints };
        yield return new OfflineField(OfflineKey.Explanation(Code), "Giải trình", leaf.Explanation, leaf.Writable);
    }
}
