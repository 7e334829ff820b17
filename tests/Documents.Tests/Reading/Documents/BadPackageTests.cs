using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using OpenPar.Core.Findings;
using static OpenPar.Documents.Tests.Reading.Documents.SampleDocx;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>Packages that are broken, hostile or something else: findings, in bounded time and memory.</summary>
public class BadPackageTests
{
    private const string Rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    private const string Document = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Nội dung</w:t></w:r></w:p></w:body></w:document>";

    [Fact]
    public async Task A_package_cut_short_is_a_finding()
    {
        var whole = Of(P("Nội dung"));
        await OneErrorAsync(whole[..(whole.Length / 2)], "hỏng");
        await OneErrorAsync(Package(("_rels/.rels", Rels), ("word/document.xml", Document[..^30])), "word/document.xml");
    }

    [Fact]
    public async Task A_bomb_is_defused_before_it_goes_off()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "_rels/.rels", Rels);
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes(Document[..Document.IndexOf("<w:p>", StringComparison.Ordinal)]));
            var paragraphs = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<w:p/>", 100_000)));
            for (var i = 0; i < 400; i++) part.Write(paragraphs);
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await OneErrorAsync(stream.ToArray(), "quá lớn");
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 300L * 1024 * 1024);
    }

    [Fact]
    public async Task A_part_that_declares_five_gigabytes_is_not_unpacked()
    {
        var bytes = Package(("_rels/.rels", Rels), ("word/document.xml", Document));
        // The directory's record of the last entry: size at 24, as large as the field allows.
        var record = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(record + 24), 0xFFFF_FFF0);
        await OneErrorAsync(bytes, "quá lớn");
    }

    [Fact]
    public async Task Entities_are_refused_and_nothing_outside_is_read()
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "BÍ MẬT", TestContext.Current.CancellationToken);
        var xml = $"<!DOCTYPE d [<!ENTITY x SYSTEM \"{new Uri(secret)}\">]>" + Document.Replace("Nội dung", "&x;", StringComparison.Ordinal);
        var document = await SourceDocuments.ReadAsync(Package(("_rels/.rels", Rels), ("word/document.xml", xml)));
        File.Delete(secret);
        Assert.Empty(document.Blocks);
        Assert.Contains("DTD", Assert.Single(document.Findings).Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_templates_are_left_alone_and_said_so()
    {
        var relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"x/attachedTemplate\" Target=\"http://127.0.0.1:9/mau.dotm\" TargetMode=\"External\"/><Relationship Id=\"b\" Type=\"x/hyperlink\" Target=\"http://127.0.0.1:9/\" TargetMode=\"External\"/></Relationships>";
        var document = await SourceDocuments.ReadAsync(Package(("_rels/.rels", Rels), ("word/document.xml", Document), ("word/_rels/document.xml.rels", relations)));
        Assert.True(document.Usable);
        Assert.Contains("mau.dotm", Assert.Single(document.Findings).Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Macros_are_ignored_and_said_so()
    {
        var document = await SourceDocuments.ReadAsync(Package(("_rels/.rels", Rels), ("word/document.xml", Document), ("word/vbaProject.bin", "x")), "mau.docm");
        Assert.Equal(["Nội dung"], document.Texts());
        Assert.Contains("macro", Assert.Single(document.Findings).Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_named()
    {
        byte[] container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[500]];
        await OneErrorAsync(container, "mật khẩu");
    }

    [Fact]
    public async Task Other_packages_and_packages_of_countless_entries_are_refused()
    {
        await OneErrorAsync(Package(("anh.txt", "x")), "không phải Word hay Excel");
        await OneErrorAsync(Package([.. Enumerable.Range(0, 10_001).Select(i => ($"{i}", ""))]), "quá lớn");
    }

    [Fact]
    public async Task A_style_that_is_its_own_ancestor_and_a_list_that_points_at_itself_end()
    {
        var styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>";
        var numbering = "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"S\"/><w:styleLink w:val=\"S\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
        var document = await SourceDocuments.ReadAsync(Of(P("x", "<w:pStyle w:val=\"A\"/>") + Item("y", 1), numbering, styles));
        Assert.Equal(["x", "y"], document.Texts());
    }

    private static async Task OneErrorAsync(byte[] bytes, string expected)
    {
        var document = await SourceDocuments.ReadAsync(bytes, "mau.docx");
        var error = Assert.Single(document.Findings, finding => finding.Severity == Severity.Error);
        Assert.Contains(expected, error.Message.Vi, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy.Vi);
        Assert.False(document.Usable);
    }

    private static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts) Write(zip, name, text);
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
