using OpenPar.Core.Findings;
using OpenPar.Core.Plans;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>One row of a plan while it is put together: text by column, and what was done to it.</summary>
internal sealed class PlanDraft(string file, Place place)
{
    /// <summary>Parts texts that come from different rows of the table; they are different items whatever they look like.</summary>
    public const char RowMark = '\u2029';

    private readonly Dictionary<PlanColumn, string> texts = [];

    public Place Place { get; } = place;

    public string? Section { get; set; }

    public string? SectionTitle { get; set; }

    public List<PlanFlag> Flags { get; } = [];

    public List<PlanCell> Cells { get; } = [];

    /// <summary>Columns whose text comes from another row.</summary>
    public HashSet<PlanColumn> Filled { get; } = [];

    public string Text(PlanColumn column) => texts.GetValueOrDefault(column, string.Empty);

    public bool Has(PlanColumn column) => Text(column).Length > 0;

    public bool HasOwn(PlanColumn column) => Has(column) && !Filled.Contains(column);

    public string Number => VietnameseText.Clean(Text(PlanColumn.Number));

    public SourcePlace Source => Of(Place);

    /// <summary>Adds a cell of the file.</summary>
    public void Take(PlanColumn column, Cell cell, string glue)
    {
        Append(column, cell.Text, glue);
        Cells.Add(new PlanCell(PlanColumns.Name(column), cell.Text, Of(cell.Place)));
        foreach (var mark in cell.Marks) Flag(PlanFlags.Of(mark));
    }

    /// <summary>Whether a cell of the file is part of this row.</summary>
    public bool Took(PlanColumn column, Cell cell) => Cells.Exists(taken => taken.Source == Of(cell.Place) && taken.Column == PlanColumns.Name(column));

    public void Append(PlanColumn column, string text, string glue)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        texts[column] = Has(column) ? Text(column) + glue + text.Trim() : text.Trim();
    }

    public void Set(PlanColumn column, string text) => texts[column] = text;

    /// <summary>Takes a text over from another row.</summary>
    public void Fill(PlanColumn column, string text, PlanFlag flag)
    {
        if (text.Length == 0) return;
        texts[column] = text;
        Filled.Add(column);
        Flag(flag);
    }

    public void Flag(PlanFlag flag)
    {
        if (!Flags.Contains(flag)) Flags.Add(flag);
    }

    /// <summary>Where the row stands, in the words a person looks it up by.</summary>
    public string Where => WhereOf(Place);

    public static string WhereOf(Place place) => place switch
    {
        { Cell: { } cell, Sheet: { } sheet } => $"trang tính {sheet}, ô {cell}",
        { Page: { } page } => $"trang {page}, hàng {place.Line}",
        _ => $"dòng {place.Line}",
    };

    private SourcePlace Of(Place at) => RowPlace.In(file, at);
}
