namespace OpenPar.Documents.Writing.Docx;

/// <summary>The mark "./." that ends the content of an official paper, glued to its last word.</summary>
public static class EndMark
{
    /// <summary>The text with the mark in place of its own last stop.</summary>
    public static string Glue(string text) => string.Concat(PaperText.Clean(text).TrimEnd(' ', '\n', '.', ';', ','), "./.");
}
