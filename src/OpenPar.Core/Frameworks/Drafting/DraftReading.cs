using OpenPar.Core.Findings;

namespace OpenPar.Core.Frameworks.Drafting;

/// <summary>
/// What a draft comes to: the framework when everything can be read, and in any case everything that is wrong or doubtful, each at
/// its place. What can be read is looked at by the linter also while other rows cannot.
/// </summary>
public sealed class DraftReading
{
    // The linter needs an identity to name; findings under it belong to the whole.
    private static readonly FrameworkId Unnamed = FrameworkId.Parse("ban-thao/chua-dat-ten");

    private DraftReading(Framework? framework, Framework readable, IReadOnlyDictionary<int, Criterion> criteria, IReadOnlyList<DraftFinding> findings) =>
        (Framework, Readable, Criteria, Findings) = (framework, readable, criteria, findings);

    /// <summary>The framework; null while something of it cannot be read.</summary>
    public Framework? Framework { get; }

    /// <summary>The rows that can be read.</summary>
    public Framework Readable { get; }

    /// <summary>Those rows by their number in the draft.</summary>
    public IReadOnlyDictionary<int, Criterion> Criteria { get; }

    /// <summary>Everything found: the whole first, then row by row.</summary>
    public IReadOnlyList<DraftFinding> Findings { get; }

    /// <summary>The errors, which forbid publishing.</summary>
    public IEnumerable<DraftFinding> Errors => Findings.Where(f => f.Finding.Severity == Severity.Error);

    /// <summary>Reads a draft.</summary>
    public static DraftReading Of(DraftHead head, IReadOnlyList<DraftRow> rows)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(rows);
        var findings = new List<DraftFinding>();
        var whole = new HeadReading(head, findings);
        var read = DraftRows.Read(rows, findings);
        var readable = whole.Framework(Unnamed, read.Values);
        var framework = findings.Exists(f => f.Finding.Severity == Severity.Error) ? null : readable;
        var numbers = read.ToDictionary(r => r.Value.Code, r => r.Key);
        findings.AddRange(FrameworkLinter.Check(readable).Select(f => new DraftFinding(RowOf(f, numbers), null, f)));
        var order = rows.Select((row, at) => (row.Number, at)).ToDictionary(r => r.Number, r => r.at);
        return new DraftReading(framework, readable, read, [.. findings.OrderBy(f => f.Row is { } row ? order[row] : -1)]);
    }

    /// <summary>True when a row has an error: its rule is then neither put into words nor tried.</summary>
    public bool Faulty(int row) => Errors.Any(f => f.Row == row);

    /// <summary>A framework as it is typed.</summary>
    public static (DraftHead Head, IReadOnlyList<DraftRow> Rows) Typed(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return (HeadReading.Typed(framework), [.. framework.Criteria.Select((c, at) => new DraftRow(at + 1, c.Code.Level, DraftRows.Typed(c)))]);
    }

    /// <summary>An annex as it is typed: what it says and nothing else, rules still to be given.</summary>
    public static (DraftHead Head, IReadOnlyList<DraftRow> Rows) Typed(Annex annex)
    {
        ArgumentNullException.ThrowIfNull(annex);
        var rows = DraftTree.Sound(annex.Rows.Select((r, at) => new DraftPosition(at + 1, r.Code.Level)));
        return (
            new DraftHead { Title = annex.Title ?? "", DecisionNumber = annex.Document ?? "" },
            [.. annex.Rows.Select((r, at) => new DraftRow(at + 1, rows[at].Level, DraftRows.Typed(r)))]);
    }

    // "3.4.1", or "3.4.1 (2)" for a part of its rule.
    private static int? RowOf(Finding finding, Dictionary<CriterionCode, int> numbers) =>
        CriterionCode.TryParse(finding.Where.Split(' ')[0], out var code) && numbers.TryGetValue(code, out var row) ? row : null;
}
