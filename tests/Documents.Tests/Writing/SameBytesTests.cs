using System.IO.Compression;
using OpenPar.Documents.Writing;

namespace OpenPar.Documents.Tests.Writing;

public class SameBytesTests
{
    public static TheoryData<string> Kinds => ["sheet.docx", "sheet.xlsx", "assignment.docx", "assignment.xlsx"];

    private static void Write(string kind, Stream stream)
    {
        switch (kind)
        {
            case "sheet.docx": ScoreSheetDocx.Write(SamplePapers.ScoreSheet, stream); break;
            case "sheet.xlsx": ScoreSheetXlsx.Write(SamplePapers.ScoreSheet, stream); break;
            case "assignment.docx": AssignmentDocx.Write(SamplePapers.Assignment, stream); break;
            case "assignment.xlsx": AssignmentXlsx.Write(SamplePapers.Assignment, stream); break;
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of paper");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_paper_gives_the_same_bytes(string kind) =>
        Assert.Equal(WrittenFile.Bytes(stream => Write(kind, stream)), WrittenFile.Bytes(stream => Write(kind, stream)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_stream_that_cannot_seek_gets_the_same_bytes(string kind)
    {
        using var kept = new MemoryStream();
        using (var wrapped = new BrotliStream(kept, CompressionMode.Compress, leaveOpen: true)) Write(kind, wrapped);
        kept.Position = 0;
        using var unwrapped = new MemoryStream();
        using (var reader = new BrotliStream(kept, CompressionMode.Decompress)) reader.CopyTo(unwrapped);
        Assert.Equal(WrittenFile.Bytes(stream => Write(kind, stream)), unwrapped.ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_entry_carries_the_time_of_the_clock(string kind)
    {
        using var archive = new ZipArchive(new MemoryStream(WrittenFile.Bytes(stream => Write(kind, stream))));
        Assert.Equal("[Content_Types].xml", archive.Entries[0].FullName);
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }
}
