using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using OpenPar.Documents.Reading;
using OpenPar.Documents.Tests.Offline;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>
/// Damaged files of every kind that is read here: no exception, no hang, and something is always said. A few hundred in every
/// run; OPENPAR_FUZZ=20000 (bench/fuzz.sh) runs as many as one likes. The seed is fixed, so a failure can be repeated.
/// </summary>
[Collection("PDF")]
public class DamagedFilesTests
{
    private static readonly OpenPar.Core.Rounds.Offline.OfflineSheet Offline = OfflineSamples.Any(1187, 4);

    private static readonly string[] Inserts =
    [
        "<", ">", "/>", "</w:tbl>", "<w:tbl>", "<w:tc>", "<w:tr>", "<w:p>", "<w:vMerge/>", "<w:gridSpan w:val=\"999999999\"/>", "<w:gridSpan w:val=\"-5\"/>", "<w:numId w:val=\"2147483647\"/>", "&#0;", "&x;", "\t", "\n", "\f", "\"", "9999999999999999999",
        "<c r=\"ZZZZ99999999\">", "<c t=\"s\"><v>-1</v></c>", "<v>1E400</v>", "<v>NaN</v>", "<mergeCell ref=\"A1:XFD1048576\"/>", "<mergeCell ref=\"B2:A1\"/>", "<table>", "</table>", "<td rowspan=0 colspan=0>", "<tr>", "<!--", "]]>", "<![CDATA[", "\uFFFF", "\uD800", "ậ", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:txbxContent>", "<w:del>", "_xD800_", "1 0 obj", "endstream", "re f", " l S",
    ];

    [Fact]
    public async Task Damaged_files_never_throw_and_never_hang()
    {
        var wanted = int.TryParse(Environment.GetEnvironmentVariable("OPENPAR_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 600;
        var (packages, texts, pdf) = (Packages(), Texts(), SamplePdf.Ruled());
        var random = new Random(2026);
        var slowest = TimeSpan.Zero;
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < wanted; round++)
        {
            var bytes = random.Next(100) switch
            {
                < 50 => InPart(packages[random.Next(packages.Length)], random),
                < 65 => Damaged(packages[random.Next(packages.Length)], random),
                < 97 => Damaged(texts[random.Next(texts.Length)], random),
                _ => Damaged(pdf, random),
            };
            var before = clock.Elapsed;
            await ReadAsync(bytes, round);
            if (clock.Elapsed - before > slowest) slowest = clock.Elapsed - before;
        }

        Assert.True(slowest < TimeSpan.FromSeconds(30), $"The slowest reading took {slowest}.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{wanted} files in {clock.Elapsed}, the slowest in {slowest}.");
    }

    private static async Task ReadAsync(byte[] bytes, int round)
    {
        if (CallsLibreOffice(bytes)) return;
        try
        {
            var document = await SourceDocuments.ReadAsync(bytes);
            Assert.True(document.Blocks.Count > 0 || document.Findings.Count > 0 || document.Kind != OpenPar.Documents.Reading.Tables.SourceKind.Unknown, $"Round {round}: nothing was read and nothing was said.");
            foreach (var table in document.Blocks.OfType<OpenPar.Documents.Reading.Tables.Table>().Where(table => table.Rows * table.Columns < 100_000)) table.IsWhole();
            AnnexReader.Read(document);
            var sheet = await OfflineSamples.ReadAsync(bytes);
            Assert.True(sheet.Ok || sheet.Findings.Count > 0, $"Round {round}: no offline sheet was read and nothing was said.");
            if (sheet.Value is { } answer) OpenPar.Core.Rounds.Offline.OfflineDiff.Of(Offline, answer);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"Round {round}: {error}");
        }
    }

    // Starting an office program for each file would take days; it has tests of its own.
    private static bool CallsLibreOffice(byte[] bytes) => FileKinds.Of(bytes) is FileKind.OldOffice or FileKind.RichText;

    private static byte[][] Packages() =>
    [
        SampleDocx.Of(
            SampleDocx.P("PHỤ LỤC") + SampleDocx.Item("một", 1) + "<w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
            + SampleDocx.Tbl(
                SampleDocx.Tr(SampleDocx.Tc("STT"), SampleDocx.Tc("Tiêu chí"), SampleDocx.Tc("Cơ quan chủ trì", "<w:gridSpan w:val=\"2\"/>")),
                SampleDocx.Tr(SampleDocx.Tc("1"), SampleDocx.Tc("Lĩnh vực"), SampleDocx.Tc("Sở Nội vụ", "<w:vMerge w:val=\"restart\"/>"), SampleDocx.Tc(SampleDocx.Tbl(SampleDocx.Tr(SampleDocx.Tc("a"), SampleDocx.Tc("b"))))),
                SampleDocx.Tr(SampleDocx.Tc("1.1"), SampleDocx.Tc("Kế hoạch"), SampleDocx.Tc("", "<w:vMerge/>"), SampleDocx.Tc("x"))),
            "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>",
            "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"A\"/></w:style>", "<w:footnote w:id=\"2\">" + SampleDocx.P("chú thích") + "</w:footnote>"),
        SampleXlsx.Of(
            SampleXlsx.Row(1, SampleXlsx.Text("A1", "STT"), SampleXlsx.Text("B1", "Tiêu chí"), SampleXlsx.Text("C1", "Điểm tối đa"))
            + SampleXlsx.Row(2, SampleXlsx.Number("A2", "1"), "<c r=\"B2\" t=\"s\"><v>0</v></c>", SampleXlsx.Number("C2", "1.5", 1)) + SampleXlsx.Row(3, SampleXlsx.Number("A3", "44531", 1)),
            "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>", "<cols><col min=\"1\" max=\"2\" hidden=\"1\"/></cols>", "<si><t>Lĩnh vực</t></si>",
            "<numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts><fonts><font><name val=\".VnTime\"/></font></fonts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\" fontId=\"0\"/></cellXfs>"),
        OfflineSamples.Write(Offline),
    ];

    private static byte[][] Texts() =>
    [
        Encoding.UTF8.GetBytes("<html><body><p>PHỤ LỤC</p><ol><li>a<li>b</ol><table><tr><th rowspan=2>STT<th colspan=2>Tiêu chí<tr><td>1<td><table><tr><td>x<td>y</table></table></body></html>"),
        Encoding.UTF8.GetBytes("PHỤ LỤC\n\n\tTT\n\tNhiệm vụ\n\tChủ trì\n\n\tI\n\tCHUNG\n\n\t1\n\tViệc\n\n2\n\tSở\n\n\t\n\tViệc\n\tSở\n"),
        Encoding.UTF8.GetBytes("STT\tTiêu chí\tCơ quan chủ trì\n\t\tSở\n1.\tA\t\n1.1.\tB\tSở Nội vụ\nSTT\tTiêu chí\tCơ quan chủ trì\n1.2.\tC\t\n"),
        Encoding.Latin1.GetBytes("KÕ ho¹ch c¶i c¸ch hµnh chÝnh cña tØnh\n1.1.\tThùc hiÖn kÕ ho¹ch\tSë Néi vô\n"),
    ];

    private static byte[] InPart(byte[] package, Random random)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries[random.Next(zip.Entries.Count)];
            using var content = new MemoryStream();
            using (var old = entry.Open()) old.CopyTo(content);
            var name = entry.FullName;
            entry.Delete();
            using var part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            part.Write(Damaged(content.ToArray(), random));
        }

        return stream.ToArray();
    }

    private static byte[] Damaged(byte[] sample, Random random)
    {
        var bytes = sample.ToList();
        for (var change = random.Next(1, 8); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 80), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1 or 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Inserts[random.Next(Inserts.Length)])); break;
                case 3: bytes.InsertRange(at, Enumerable.Repeat(bytes.GetRange(at, length), random.Next(1, 30)).SelectMany(piece => piece)); break;
                case 4: bytes[at] = (byte)random.Next(256); break;
                case 5: bytes.Reverse(at, length); break;
                case 6: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                default: if (random.Next(4) == 0) bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }
}
