using System.IO.Compression;
using System.Text;
using OpenPar.Core.Findings;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Templates;

namespace OpenPar.Documents.Tests.Writing;

public class HostileTemplateTests
{
    private static byte[] Good { get; } = WrittenFile.Bytes(stream => SampleTemplate.Write(PaperKind.AppraisalMinutes, stream));

    private static TemplateReading Check(byte[] file) => TemplateReader.Check(file, "mau.docx", PaperKind.AppraisalMinutes);

    private static void Refused(byte[] file, string message)
    {
        var reading = Check(file);
        Assert.False(reading.Usable);
        Assert.Contains(reading.Findings, f => f.Severity == Severity.Error && f.Message.Vi.Contains(message, StringComparison.OrdinalIgnoreCase) && f.Remedy.Vi.Length > 0);
    }

    [Fact]
    public void A_bomb_is_refused_whatever_it_says_of_its_size()
    {
        Refused(With("word/bomb.xml", Encoding.UTF8.GetBytes("<a>" + new string(' ', 60_000_000) + "</a>")), "giải nén");
        Refused(Many(600), "giải nén");
    }

    [Fact]
    public void Macros_embedded_objects_and_links_to_outside_are_refused()
    {
        Refused(With("word/vbaProject.bin", [1, 2, 3]), "macro");
        Refused(With("word/embeddings/oleObject1.bin", [1, 2, 3]), "nhúng");
        Refused(Replaced("[Content_Types].xml", text => text.Replace("wordprocessingml.document.main+xml", "wordprocessingml.document.macroEnabled.main+xml", StringComparison.Ordinal)), "macro");
        Refused(With("word/_rels/settings.xml.rels", Relationship("attachedTemplate", "http://example.org/x.dotm")), "bên ngoài");
        Refused(With("word/_rels/footnotes.xml.rels", Relationship("image", "file://server/share/x.png")), "bên ngoài");
        Refused(InBody("<w:p><w:r><w:instrText>INCLUDETEXT \"c:\\\\secret.txt\"</w:instrText></w:r></w:p>"), "bên ngoài");
        Refused(InBody("<w:p><w:fldSimple w:instr=\"DDEAUTO cmd\"/></w:p>"), "bên ngoài");
        Refused(InBody("<w:altChunk/>"), "nhúng");
    }

    [Fact]
    public void A_link_of_the_text_is_only_pointed_out()
    {
        var reading = Check(With("word/_rels/footnotes.xml.rels", Relationship("hyperlink", "https://example.org")));
        Assert.True(reading.Usable);
        Assert.Contains(reading.Findings, f => f.Severity == Severity.Warning && f.Message.Vi.Contains("example.org", StringComparison.Ordinal));
    }

    [Fact]
    public void Broken_deep_and_foreign_files_are_refused_in_words()
    {
        Refused([], "trống");
        Refused("Chào"u8.ToArray(), "không phải Word");
        Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "mật khẩu");
        Refused(Good[..(Good.Length / 2)], "không phải Word");
        Refused(new byte[(5 * 1024 * 1024) + 1], "5 MB");
        Refused(InBody("<w:p>"), "hỏng");
        Refused(Replaced("word/document.xml", text => text.Replace("<w:document", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document", StringComparison.Ordinal)), "hỏng");
        Refused(InBody(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 400)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 400))), "quá sâu");
        Refused(Only("xl/workbook.xml"), "không phải Word");
    }

    [Fact]
    public void A_thousand_damaged_templates_give_findings_and_nothing_else()
    {
        var random = new Random(20260105);
        for (var i = 0; i < 1000; i++)
        {
            var file = Damaged(random);
            var reading = Check(file);
            if (reading.Usable) TemplateFiller.Write(file, PaperSamples.Of(PaperKind.AppraisalMinutes), Stream.Null);
        }
    }

    private static byte[] Damaged(Random random)
    {
        // Half of the damage is inside the document, where a zip's own sums do not find it first.
        if (random.Next(2) == 0)
        {
            return Replaced("word/document.xml", text =>
            {
                var at = random.Next(text.Length - 20);
                var piece = random.Next(4) switch { 0 => "", 1 => "{{", 2 => "}}", _ => text.Substring(random.Next(text.Length - 40), random.Next(40)) };
                return string.Concat(text.AsSpan(0, at), piece, text.AsSpan(at + random.Next(12)));
            });
        }

        var bytes = (byte[])Good.Clone();
        for (var n = random.Next(1, 8); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static byte[] Relationship(string type, string target) => Encoding.UTF8.GetBytes(
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>");

    private static byte[] InBody(string xml) => Replaced("word/document.xml", text => text.Replace("<w:body>", "<w:body>" + xml, StringComparison.Ordinal));

    private static byte[] With(string name, byte[] content) => Rebuilt(archive => Add(archive, name, content), text => text, "");

    private static byte[] Replaced(string name, Func<string, string> change) => Rebuilt(_ => { }, change, name);

    private static byte[] Many(int entries) => Rebuilt(archive =>
    {
        for (var i = 0; i < entries; i++) Add(archive, $"word/{i}.xml", "<a/>"u8.ToArray());
    }, text => text, "");

    private static byte[] Only(string name)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) Add(archive, name, "<a/>"u8.ToArray());
        return stream.ToArray();
    }

    private static byte[] Rebuilt(Action<ZipArchive> more, Func<string, string> change, string name)
    {
        using var stream = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(Good)))
        using (var to = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                var text = reader.ReadToEnd();
                Add(to, entry.FullName, Encoding.UTF8.GetBytes(entry.FullName == name ? change(text) : text));
            }

            more(to);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(content);
    }
}
