namespace OpenPar.Documents.Reading;

/// <summary>What a file is by its content; its name is never asked.</summary>
internal enum FileKind
{
    Text,
    Pdf,
    Zip,
    OldOffice,
    RichText,
    Picture,
}

/// <summary>Recognises kinds of files by their first bytes.</summary>
internal static class FileKinds
{
    /// <summary>Enough for every mark looked for; a PDF may begin with up to 1,024 bytes of something else.</summary>
    public const int HeadBytes = 4_096;

    public static FileKind Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8)) return FileKind.Zip;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return FileKind.OldOffice;
        if (head.StartsWith(@"{\rtf"u8)) return FileKind.RichText;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileKind.Picture;
        return head[..Math.Min(head.Length, 1_024)].IndexOf("%PDF-"u8) >= 0 ? FileKind.Pdf : FileKind.Text;
    }
}
