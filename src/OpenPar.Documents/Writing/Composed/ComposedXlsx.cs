using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Xlsx;

namespace OpenPar.Documents.Writing.Composed;

/// <summary>
/// A paper made of blocks as an Excel file: one sheet a table with the rows of the Word paper, and a sheet with head, texts
/// and signature. Points are real numbers, days real dates; texts are never formulas.
/// </summary>
public static class ComposedXlsx
{
    // With more a page would shrink until nobody can read it.
    private const int LinesOnOnePage = 40;

    // The heads of the text sheet stand over two groups of four columns.
    private const int Half = 4;

    /// <summary>Writes the paper; the same paper gives the same bytes. The stream need not be seekable and stays open.</summary>
    public static void Write(ComposedPaper paper, Stream target)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var properties = PaperProperties.Of(paper.Name, paper.Reference ?? "", paper.Heading, paper.Trace);
        List<Sheet> sheets = [.. paper.AllBlocks.OfType<PaperBlock.Grid>().Select(grid => ComposedSheet.Of(grid.Table, paper)), .. HasTexts(paper) ? [Texts(paper)] : (Sheet[])[]];
        WorkbookWriter.Write(new Workbook([.. sheets.Select(sheet => sheet.Traced(paper.Trace))], properties), target);
    }

    // A paper that is nothing but its tables needs no sheet that repeats its title.
    private static bool HasTexts(ComposedPaper paper) =>
        paper.ShowsHeading || paper.Reference is not null || paper.Signature is not null || paper.CoSigners.Count > 0 || paper.AllBlocks.OfType<PaperBlock.Text>().Any();

    private static Sheet Texts(ComposedPaper paper)
    {
        var draft = new SheetDraft([.. Enumerable.Repeat(15d, 2 * Half)]).AddMark(paper.Trace);
        if (paper.ShowsHeading) draft.AddLetterHead(paper.Heading, Half, Half);
        draft.AddAcross(PaperText.Capitals(paper.Title), Looks.Title);
        if (!string.IsNullOrWhiteSpace(paper.Subject)) draft.AddAcross(paper.Subject, Looks.Strong);
        if (!string.IsNullOrWhiteSpace(paper.Reference)) draft.AddAcross($"({paper.Reference})", Looks.Slanted);
        draft.Add();
        foreach (var text in paper.AllBlocks.OfType<PaperBlock.Text>())
            draft.AddAcross(text.Number is null ? text.Content : $"{text.Number} {text.Content}", LookOf(text.Kind));
        if (paper.CoSigners is [var left, var right])
            draft.Add().AddMerged((Cell.Of(left, Looks.Strong), Half), (Cell.Of(right, Looks.Strong), Half)).Add().Add().Add();
        if (paper.Signature is { } signature && paper.CoSigners.Count == 0) draft.AddSignature(signature, Half, Half);
        if (paper.Signature is { } received && paper.CoSigners.Count > 0) draft.AddReceivers(received, 2 * Half);
        return draft.Build("Văn bản") with { OnePage = draft.LastRow <= LinesOnOnePage };
    }

    private static CellLook LookOf(PaperTextKind kind) => kind switch
    {
        PaperTextKind.Authority => Looks.Strong,
        PaperTextKind.Heading => Looks.Body with { Bold = true },
        PaperTextKind.Basis => Looks.Body with { Italic = true },
        _ => Looks.Body,
    };
}
