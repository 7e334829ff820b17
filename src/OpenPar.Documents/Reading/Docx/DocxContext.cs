using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Docx;

/// <summary>What the parts of the reader share while they pass through a Word file.</summary>
internal sealed class DocxContext(DocumentDraft draft, DocxStyles styles, DocxNumbering numbering)
{
    private readonly List<string> due = [];

    public DocumentDraft Draft { get; } = draft;

    public DocxStyles Styles { get; } = styles;

    public DocxNumbering Numbering { get; } = numbering;

    /// <summary>Texts of footnotes and endnotes by kind and id.</summary>
    public Dictionary<string, string> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>Paragraphs read so far, in tables too.</summary>
    public int Paragraphs { get; set; }

    /// <summary>Page of the last printing, or null when the file does not say.</summary>
    public int? Page { get; set; }

    /// <summary>Tables and blocks the reader is inside of.</summary>
    public int Depth { get; set; }

    public int TableDepth { get; set; }

    /// <summary>True between a page break and the text after it, so that Word's own mark of the same break does not count twice.</summary>
    public bool Broken { get; set; }

    public string Where => Page is { } page ? $"{Draft.File}, trang {page}, đoạn {Paragraphs}" : $"{Draft.File}, đoạn {Paragraphs}";

    public void BreakPage()
    {
        Page++;
        Broken = true;
    }

    public void PrintedBreak()
    {
        if (Broken) Broken = false;
        else Page++;
    }

    /// <summary>Notes whose text is to follow the block that refers to them.</summary>
    public void Owe(string note) => due.Add(note);

    public IEnumerable<string> TakeDue()
    {
        var owed = due.ToArray();
        due.Clear();
        return owed;
    }
}
