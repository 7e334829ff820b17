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

    /// <summary>PDF, printed from the Word file.</summary>
    Pdf,
}

/// <summary>Writes a paper of any kind in its built-in layout.</summary>
public static class PaperWriter
{
    /// <summary>The MIME type of a format.</summary>
    public static string ContentTypeOf(PaperFormat format) => format switch
    {
        PaperFormat.Docx => ScoreSheetDocx.ContentType,
        PaperFormat.Xlsx => Xlsx.WorkbookWriter.ContentType,
        _ => "application/pdf",
    };

    /// <summary>The end of a file's name.</summary>
    public static string ExtensionOf(PaperFormat format) => format switch { PaperFormat.Docx => "docx", PaperFormat.Xlsx => "xlsx", _ => "pdf" };

    /// <summary>The format of a name at the end of an address; null for any other.</summary>
    public static PaperFormat? Find(string? extension) => extension switch
    {
        "docx" => PaperFormat.Docx,
        "xlsx" => PaperFormat.Xlsx,
        "pdf" => PaperFormat.Pdf,
        _ => null,
    };

    /// <summary>Writes the paper as Word or Excel; the same paper gives the same bytes. The stream need not be seekable and stays open.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A PDF is printed from the Word file by <see cref="PaperPdf"/>.</exception>
    public static void Write(Paper paper, PaperFormat format, Stream target)
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (format == PaperFormat.Pdf) throw new ArgumentOutOfRangeException(nameof(format), format, "A PDF is printed from the Word file.");
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
