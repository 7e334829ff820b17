using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>What a column of an annex is for.</summary>
internal enum AnnexColumn
{
    Other,
    Number,
    Title,
    MaxPoints,
    Method,
    Lead,
    Coordinating,
    Requirement,
    Evidence,
    RuleText,
    Note,
}

/// <summary>A criterion while it is being read: cells as found, in any kind of file.</summary>
internal sealed class DraftRow(string number, Place place, bool newPage)
{
    /// <summary>The number cell as written.</summary>
    public string Number { get; } = number;

    public Place Place { get; } = place;

    /// <summary>True when a page, or a repeated header, begins just before this row.</summary>
    public bool NewPage { get; } = newPage;

    /// <summary>Cells by column; lines of a cell are joined by '\n' where joining them is a guess.</summary>
    public Dictionary<AnnexColumn, string> Cells { get; } = [];

    public List<AnnexFlag> Flags { get; } = [];

    public string Cell(AnnexColumn column) => Cells.GetValueOrDefault(column, string.Empty);

    /// <summary>Adds flags the row does not carry yet.</summary>
    public void Flag(IEnumerable<AnnexFlag> flags) => Flags.AddRange(flags.Distinct().Except(Flags).ToList());

    /// <summary>Adds text to a cell on a new line.</summary>
    public void Append(AnnexColumn column, string text, string glue = "\n")
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        Cells[column] = Cells.TryGetValue(column, out var before) && before.Length > 0 ? before + glue + text : text;
    }
}

/// <summary>A sum of maxima as a row of the table states it.</summary>
/// <param name="Points">The sum.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="Page">Its page.</param>
internal sealed record StatedSum(decimal Points, int Line, int? Page)
{
    /// <summary>The field it sums; null for the whole annex.</summary>
    public OpenPar.Core.Frameworks.CriterionCode? Field { get; init; }
}

/// <summary>What any kind of file is turned into before the common part of the work.</summary>
internal sealed record Draft(IReadOnlyList<string> Preamble, IReadOnlyList<DraftRow> Rows, IReadOnlyList<StatedSum> Sums)
{
    /// <summary>True when the rows are picked from a tree that stands elsewhere, so that headings and numbers may be missing.</summary>
    public bool LeavesOnly { get; init; }
}
