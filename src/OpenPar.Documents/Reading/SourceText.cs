namespace OpenPar.Documents.Reading;

/// <summary>The text a reader saw, for showing beside what it made of it.</summary>
public static class SourceText
{
    /// <summary>The file as text with plain line ends; null for files that are no text (PDF, Word) or cannot be read.</summary>
    public static async Task<string?> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var head = await BoundedInput.HeadAsync(file, FileKinds.HeadBytes, cancellationToken);
        if (FileKinds.Of(head) is FileKind.Pdf or FileKind.Zip or FileKind.OldOffice or FileKind.RichText or FileKind.Picture) return null;
        using var content = new MemoryStream();
        if (!await BoundedInput.CopyAsync(head, file, content, ReadingLimits.TextBytes, cancellationToken)) return null;
        var text = TextDecoding.Decode(content.GetBuffer().AsSpan(0, (int)content.Length), fileName).Text;
        // PostgreSQL keeps no zero characters; form feeds would break lines in the browser.
        return text?.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal).Replace('\f', ' ');
    }
}
