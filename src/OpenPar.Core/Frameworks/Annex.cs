using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks;

/// <summary>Kinds of guesses and repairs a reader makes; each is shown to the person who reviews.</summary>
public enum AnnexFlagKind
{
    /// <summary>The agency was taken from a merged cell above or around the row.</summary>
    FilledDown,

    /// <summary>A title or cell broken over several lines was joined.</summary>
    JoinedLines,

    /// <summary>A slip of scanning, font or typing was corrected.</summary>
    CorrectedSlip,

    /// <summary>Several agencies in one cell were taken apart.</summary>
    SplitNames,

    /// <summary>Mark-up left in the text (HTML, footnote marks) was removed.</summary>
    RemovedMarkup,

    /// <summary>The code stands more than once in the file.</summary>
    DuplicateCode,

    /// <summary>A code before this one is missing.</summary>
    SkippedCode,

    /// <summary>Two numbers stand in the number cell.</summary>
    DoubleNumber,

    /// <summary>Text near the row belongs to it perhaps, or to nothing.</summary>
    StrayText,

    /// <summary>The extent of a merged cell is not certain.</summary>
    UncertainMerge,

    /// <summary>The text was recognised from a scan.</summary>
    RecognisedText,
}

/// <summary>One guess or repair with its reason.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Reason">Why, in a sentence that lets a person check it.</param>
public sealed record AnnexFlag(AnnexFlagKind Kind, LocalText Reason);

/// <summary>One criterion as an annex gives it. Unknown values are null or empty, never invented.</summary>
public sealed record AnnexRow
{
    /// <summary>Number in the tree.</summary>
    public required CriterionCode Code { get; init; }

    /// <summary>Title, lines joined.</summary>
    public required string Title { get; init; }

    /// <summary>Maximum points where the annex has the column.</summary>
    public decimal? MaxPoints { get; init; }

    /// <summary>Where the points come from, when the annex says so.</summary>
    public ScoringMethod Method { get; init; } = ScoringMethod.Unknown;

    /// <summary>Lead agencies (cơ quan chủ trì) as written, one name each.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    /// <summary>Coordinating agencies (cơ quan phối hợp) as written, one name each.</summary>
    public IReadOnlyList<string> Coordinating { get; init; } = [];

    /// <summary>What full marks require.</summary>
    public string? Requirement { get; init; }

    /// <summary>Evidence asked for, one entry each.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Scoring text, literally; one line for each row of the annex that carries it.</summary>
    public string? RuleText { get; init; }

    /// <summary>A remark of the annex that belongs to the row and says nothing about the method, literally.</summary>
    public string? Note { get; init; }

    /// <summary>Every guess and repair that made this row.</summary>
    public IReadOnlyList<AnnexFlag> Flags { get; init; } = [];

    /// <summary>Where the row stands.</summary>
    public required SourcePlace Source { get; init; }
}

/// <summary>One table of criteria of a file that holds several.</summary>
/// <param name="Number">Number its heading writes ("Bảng 2"), otherwise its place in the file from 1.</param>
/// <param name="Title">Its title; null when none was recognised.</param>
/// <param name="Rows">Numbered rows.</param>
/// <param name="Read">True for the one whose rows the annex carries.</param>
public sealed record AnnexPart(int Number, string? Title, int Rows, bool Read);

/// <summary>What a reader made of a file: rows in order of reading, and everything that is wrong or doubtful.</summary>
/// <param name="Title">Title of the annex; null when none was recognised.</param>
/// <param name="Document">The document it belongs to, as written; null when none was recognised.</param>
/// <param name="Rows">The rows; empty when the file is no annex.</param>
/// <param name="Findings">All findings; errors mean that nothing may be saved.</param>
public sealed record Annex(string? Title, string? Document, IReadOnlyList<AnnexRow> Rows, IReadOnlyList<Finding> Findings)
{
    /// <summary>The tables of criteria of the file in order; empty where no table was recognised.</summary>
    public IReadOnlyList<AnnexPart> Parts { get; init; } = [];

    /// <summary>True when nothing in the file forbids its use.</summary>
    public bool Usable => Rows.Count > 0 && Findings.All(f => f.Severity != Severity.Error);

    /// <summary>
    /// The rows as far as they are one tree: where a number stands twice its first row counts, and rows without a row above are left out.
    /// Rules and agencies are not taken over.
    /// </summary>
    /// <param name="id">Identity the tree goes by while it is compared.</param>
    /// <param name="untitled">Title where the annex has none.</param>
    public Framework ToTree(FrameworkId id, string untitled)
    {
        var rows = Rows.DistinctBy(row => row.Code).ToDictionary(row => row.Code);
        bool Rooted(CriterionCode code) => code.Parent is not { } parent || (rows.ContainsKey(parent) && Rooted(parent));
        return new Framework(id, Title ?? untitled, new Decision(Document ?? "", "", null, null), rows.Values.Where(row => Rooted(row.Code)).Select(row => new Criterion
        {
            Code = row.Code,
            Title = row.Title,
            MaxPoints = row.MaxPoints,
            Method = row.Method,
            RuleText = row.RuleText,
            Requirement = row.Requirement,
            Evidence = row.Evidence,
            Note = row.Note,
        }));
    }
}
