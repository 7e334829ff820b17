namespace OpenPar.Documents.Office;

/// <summary>What an office program has to make of a file: one it can be read from here, or one to print.</summary>
/// <param name="Extension">Extension the program knows the kind of file by.</param>
/// <param name="Target">Extension of what it is turned into.</param>
/// <param name="Filter">The program's name for that.</param>
/// <param name="Name">What people call the kind of file.</param>
internal sealed record OfficeFile(string Extension, string Target, string Filter, string Name)
{
    private static OfficeFile Word(string extension, string name) => new(extension, "docx", "MS Word 2007 XML", name);

    private static OfficeFile Excel(string extension, string name) => new(extension, "xlsx", "Calc MS Excel 2007 XML", name);

    public static OfficeFile RichText => Word("rtf", "RTF");

    /// <summary>A Word file of our own as a tagged PDF, which readers of the screen can follow.</summary>
    public static OfficeFile Printed { get; } = new("docx", "pdf", """writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}""", "Word");

    /// <summary>Word or Excel from before 2007, told by the streams of its container; null when it holds neither.</summary>
    public static OfficeFile? Old(ReadOnlySpan<byte> bytes)
    {
        if (Names(bytes, "WordDocument")) return Word("doc", "Word đời cũ (.doc)");
        return Names(bytes, "Workbook") || Names(bytes, "Book\0") ? Excel("xls", "Excel đời cũ (.xls)") : null;
    }

    /// <summary>Whether a container holds an encrypted package: a .docx or .xlsx with a password.</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> bytes) => Names(bytes, "EncryptedPackage");

    /// <summary>OpenDocument, told by the type it begins with; null for anything else.</summary>
    public static OfficeFile? Open(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("mimetypeapplication/vnd.oasis.opendocument.text"u8) >= 0) return Word("odt", "OpenDocument (.odt)");
        return head.IndexOf("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"u8) >= 0 ? Excel("ods", "OpenDocument (.ods)") : null;
    }

    /// <summary>Word or Excel saved as one XML file (2003); null for any other text.</summary>
    public static OfficeFile? Xml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2_048));
        if (!head.TrimStart().StartsWith("<?xml", StringComparison.Ordinal)) return null;
        if (head.Contains("progid=\"Word.Document\"", StringComparison.Ordinal)) return Word("xml", "Word XML 2003");
        return head.Contains("progid=\"Excel.Sheet\"", StringComparison.Ordinal) ? Excel("xml", "Excel XML 2003") : null;
    }

    // Names in a container are written in UTF-16.
    private static bool Names(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes(name)) >= 0;
}
