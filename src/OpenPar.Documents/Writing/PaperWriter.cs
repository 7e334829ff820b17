using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using OpenPar.Core.Results;
using OpenPar.Documents.Writing.Composed;

namespace OpenPar.Documents.Writing;

/// <summary>The kinds of files a paper can be written as.</summary>
public enum PaperFormat
{
    /// <summary>Word.</summary>
    Docx,

    /// <summary>Excel.</summary>
    Xlsx,
}

/// <summary>Writes a paper of any kind in its built-in layout.</summary>
public static class PaperWriter
{
    /// <summary>The MIME type of a format.</summary>
    public static string ContentTypeOf(PaperFormat format) => format == PaperFormat.Docx ? ScoreSheetDocx.ContentType : Xlsx.WorkbookWriter.ContentType;

    /// <summary>The format of a name at the end of an address; null for any other.</summary>
    public static PaperFormat? Find(string? extension) => extension switch { "docx" => PaperFormat.Docx, "xlsx" => PaperFormat.Xlsx, _ => null };

    /// <summary>Writes the paper; the same paper gives the same bytes. The stream need not be seekable and stays open.</summary>
    public static void Write(Paper paper, PaperFormat format, Stream target)
    {
        ArgumentNullException.ThrowIfNull(paper);
        switch (paper, format)
        {
            case (ScoreSheetPaper sheet, PaperFormat.Docx): ScoreSheetDocx.Write(sheet, target); break;
            case (ScoreSheetPaper sheet, PaperFormat.Xlsx): ScoreSheetXlsx.Write(sheet, target); break;
            case (AssignmentPaper annex, PaperFormat.Docx): AssignmentDocx.Write(annex, target); break;
            case (AssignmentPaper annex, PaperFormat.Xlsx): AssignmentXlsx.Write(annex, target); break;
            case (_, PaperFormat.Docx): ComposedDocx.Write(paper.Composed(), target); break;
            default: ComposedXlsx.Write(paper.Composed(), target); break;
        }
    }
}
