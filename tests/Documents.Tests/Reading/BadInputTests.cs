using System.Text;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading;

namespace OpenPar.Documents.Tests.Reading;

/// <summary>Files that cannot be used say why and what to do; nothing is thrown.</summary>
public class BadInputTests
{
    private const string Sample = "STT\tTiêu chí\tCơ quan chủ trì\n1.\tLĩnh vực cải cách hành chính\t\n1.1.\tThực hiện kế hoạch của cơ quan\tSở Nội vụ\n1.2.\tTiêu chí về lĩnh vực khác\t\n";

    static BadInputTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, byte[]> Refused() => new()
    {
        { "trống", [] },
        { "trống", "  \n\t\n"u8.ToArray() },
        { "nhị phân", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3, 0, 0, 0, 0] },
        { "gói nén", [.. "PK\u0003\u0004"u8, .. new byte[22], .. "word/document.xml"u8] },
        { "hỏng", [.. "PK\u0003\u0004"u8, .. new byte[22], .. "xl/workbook.xml"u8] },
        { "đời cũ", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "ảnh", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] },
        { "bảng mã", [0xC0, 0xE1, 0xE9, 0x20, 0xF1, 0xD2, 0x0A, 0xE5] },
        { "Không nhận ra bảng tiêu chí", "Kính gửi các sở, ban, ngành.\n1. Về việc họp\n2. Về việc khác\nNgày 12.5.2024"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task An_unusable_file_is_refused_with_a_reason_and_a_remedy(string expected, byte[] bytes)
    {
        var annex = await Annexes.ReadAsync(bytes);
        var finding = Assert.Single(annex.Findings);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains(expected, finding.Message.Vi, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Remedy.Vi);
        Assert.Empty(annex.Rows);
        Assert.False(annex.Usable);
    }

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "UTF-16 LE", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample)] },
        { "UTF-16 BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sample)] },
        { "UTF-16 LE", Encoding.Unicode.GetBytes(Sample) },
        { "UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(Sample) },
        { "Windows-1258", Encoding.GetEncoding(1258).GetBytes(In1258(Sample)) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Other_encodings_are_converted_and_said_so(string encoding, byte[] bytes)
    {
        var annex = await Annexes.ReadAsync(bytes);
        var plain = await Annexes.ReadAsync(Sample);
        Assert.Equal(plain.Rows.Select(row => (row.Code, row.Title)), annex.Rows.Select(row => (row.Code, row.Title)));
        Assert.Contains(annex.Findings, finding => finding.Severity == Severity.Info && finding.Message.Vi.Contains(encoding, StringComparison.Ordinal));
        Assert.True(annex.Usable);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_text()
    {
        var annex = await Annexes.ReadAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample)]);
        Assert.Equal(3, annex.Rows.Count);
        Assert.Empty(annex.Findings);
    }

    [Fact]
    public async Task Decomposed_accents_are_composed_and_flagged()
    {
        var annex = await Annexes.ReadAsync(Sample.Normalize(NormalizationForm.FormD));
        Assert.Equal("Thực hiện kế hoạch của cơ quan", annex.Rows[1].Title);
        Assert.Equal(["Sở Nội vụ"], annex.Rows[1].Lead);
        Assert.Contains(annex.Rows[1].Flags, flag => flag.Kind == AnnexFlagKind.CorrectedSlip);
    }

    [Fact]
    public async Task A_text_of_200_MB_is_refused_after_a_small_part_of_it()
    {
        using var stream = new GeneratedStream(Encoding.UTF8.GetBytes("1.1.\tTiêu chí lặp lại\tSở Nội vụ\n"), 200L * 1024 * 1024);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var annex = await AnnexReader.ReadAsync(stream, "lon.txt", TestContext.Current.CancellationToken);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Contains("MB", Assert.Single(annex.Findings).Message.Vi, StringComparison.Ordinal);
        Assert.True(stream.Given < 11 * 1024 * 1024, $"{stream.Given} bytes were read");
        Assert.True(allocated < 200L * 1024 * 1024, $"{allocated} bytes were allocated");
    }

    [Fact]
    public async Task A_stream_that_knows_it_is_too_large_is_not_read_at_all()
    {
        using var stream = new GeneratedStream("x"u8.ToArray(), 200L * 1024 * 1024, knowsLength: true);
        var annex = await AnnexReader.ReadAsync(stream, "lon.pdf", TestContext.Current.CancellationToken);
        Assert.Contains("50 MB", Assert.Single(annex.Findings).Message.Vi, StringComparison.Ordinal);
        Assert.Equal(0, stream.Given);
    }

    [Theory]
    [InlineData("4 5")]
    [InlineData("4. 5.  Việc có hai số")]
    [InlineData("1.3. 1.4.  Việc có hai số")]
    public async Task Two_numbers_on_one_line_are_an_error_at_that_line(string line)
    {
        var annex = await Annexes.ReadAsync($"1.  LĨNH VỰC\n1.1.  Việc đầu\nSở Nội vụ\n1.2.  Việc sau\n{line}\n");
        Assert.Contains(annex.Findings, finding => finding.Severity == Severity.Error
            && finding.Message.Vi.Contains("hai số", StringComparison.Ordinal) && finding.Where.EndsWith("dòng 5", StringComparison.Ordinal));
        Assert.Contains(annex.Rows[^1].Flags, flag => flag.Kind == AnnexFlagKind.DoubleNumber);
    }

    [Fact]
    public async Task A_very_long_line_and_very_many_rows_are_findings()
    {
        var longLine = await Annexes.ReadAsync(Sample + new string('x', 30_000));
        Assert.Contains(longLine.Findings, finding => finding.Where.EndsWith("dòng 5", StringComparison.Ordinal) && finding.Severity == Severity.Error);
        var many = await Annexes.ReadAsync(string.Concat(Enumerable.Range(0, 21_000).Select(i => $"{(i / 900) + 1}.{(i % 900) + 1}.\tViệc {i}\tSở Nội vụ\n")));
        Assert.Contains(many.Findings, finding => finding.Message.Vi.Contains("20000", StringComparison.Ordinal));
    }

    // Windows-1258 keeps the letter (â, ơ) and writes the tone as a mark after it.
    private static string In1258(string text)
    {
        var result = new StringBuilder();
        foreach (var c in text)
        {
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            var tone = parts.FirstOrDefault(p => "\u0300\u0301\u0303\u0309\u0323".Contains(p, StringComparison.Ordinal));
            if (tone == default) result.Append(c);
            else result.Append(parts.Replace(tone.ToString(), "", StringComparison.Ordinal).Normalize(NormalizationForm.FormC)).Append(tone);
        }

        return result.ToString();
    }
}
