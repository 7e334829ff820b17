using System.Diagnostics;
using System.Text;
using System.Text.Json;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading;
using OpenPar.Documents.Reading.Pdf;

namespace OpenPar.Documents.Tests.Reading;

/// <summary>PDF with a text layer, read with the poppler tools. That no copy stays behind is watched over all tests (<see cref="NothingLeftBehind"/>).</summary>
[Collection("PDF")]
public sealed class PdfTests
{
    [Fact]
    public async Task The_official_set_in_force_is_read_cell_by_cell()
    {
        NeedPoppler();
        var annex = await Annexes.ReadFileAsync(Shared.Pdf1187);
        Assert.True(annex.Usable);
        Assert.Equal(134, annex.Rows.Count);
        Assert.Equal(102, Annexes.Leaves(annex).Count);
        Assert.Equal(100.00m, Annexes.Leaves(annex).Sum(row => row.MaxPoints));
        Assert.Equal(32.00m, Annexes.Leaves(annex).Where(row => row.Method == ScoringMethod.Survey).Sum(row => row.MaxPoints));
        Assert.Equal("CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CẤP TỈNH", annex.Title);

        using var known = JsonDocument.Parse(await File.ReadAllTextAsync(Shared.File("data/par-index-1187.json"), TestContext.Current.CancellationToken));
        foreach (var (expected, row) in known.RootElement.GetProperty("criteria").EnumerateArray().Zip(annex.Rows))
        {
            Assert.Equal(expected.GetProperty("code").GetString(), row.Code.ToString());
            Assert.Equal(expected.GetProperty("title").GetString(), row.Title);
            Assert.Equal(expected.GetProperty("maxPoints").GetDecimal(), row.MaxPoints);
            Assert.Equal(expected.GetProperty("ruleText").GetString(), row.RuleText);
            Assert.Equal(expected.GetProperty("page").GetInt32(), row.Source.Page);
            Assert.Equal(expected.TryGetProperty("method", out _) ? ScoringMethod.Survey : ScoringMethod.Unknown, row.Method);
            Assert.Equal(expected.TryGetProperty("note", out var note) && note.GetString() != "ĐTXHH" ? note.GetString() : null, row.Note);
        }
    }

    [Fact]
    public async Task A_merged_agency_cell_gives_its_name_to_every_row_it_spans()
    {
        NeedPoppler();
        var annex = await Annexes.ReadAsync(SamplePdf.Ruled(), "mau.pdf");
        Assert.Equal(["1", "1.1", "1.2", "1.3"], annex.Rows.Select(row => row.Code.ToString()));
        Assert.Equal("Ke hoach mau hai dong", annex.Rows[1].Title);
        Assert.Equal([["UBND tinh"], ["UBND tinh"], ["Ban Dan toc"]], annex.Rows.Skip(1).Select(row => row.Lead));
        Assert.Contains(annex.Rows[2].Flags, flag => flag.Kind == AnnexFlagKind.FilledDown);
        Assert.Equal([1.5m, 0.5m, 1m], annex.Rows.Skip(1).Select(row => row.MaxPoints!.Value));
    }

    [Fact]
    public async Task A_wide_annex_behind_an_upright_letter_keeps_all_its_columns()
    {
        NeedPoppler();
        var annex = await Annexes.ReadAsync(SamplePdf.LetterThenWideAnnex(), "mau.pdf");
        Assert.True(annex.Usable);
        Assert.Equal(["1||2", "1.1|UBND tinh|1.5", "1.2|Ban Dan toc|0.5"], annex.Rows.Select(row => FormattableString.Invariant($"{row.Code}|{string.Join(';', row.Lead)}|{row.MaxPoints}")));
    }

    [Fact]
    public async Task A_PDF_without_rules_is_read_from_its_text_with_a_warning()
    {
        NeedPoppler();
        var annex = await Annexes.ReadAsync(SamplePdf.Bare("1.  LINH VUC", "1.1.  Ke hoach mau", "1.2.  Bao cao mau", "1.3.  Viec khac"));
        Assert.Equal(["1", "1.1", "1.2", "1.3"], annex.Rows.Select(row => row.Code.ToString()));
        Assert.Contains(annex.Findings, finding => finding.Severity == Severity.Warning && finding.Message.Vi.Contains("đường kẻ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("%PDF-1.4 nothing else", "Không đọc được")]
    [InlineData("%PDF-1.4\n1 0 obj <<>> endobj\ntrailer << /Root 1 0 R >>\n%%EOF", "Không đọc được")]
    public async Task A_broken_PDF_is_a_finding(string content, string expected)
    {
        NeedPoppler();
        var finding = Assert.Single((await Annexes.ReadAsync(content)).Findings);
        Assert.Contains(expected, finding.Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_PDF_without_text_asks_for_recognition()
    {
        NeedPoppler();
        var finding = Assert.Single((await Annexes.ReadAsync(SamplePdf.Bare())).Findings);
        Assert.Contains("OCR", finding.Remedy.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_PDF_of_200_MB_is_refused_at_the_limit()
    {
        using var stream = new GeneratedStream("x"u8.ToArray(), 200L * 1024 * 1024, head: "%PDF-1.7\n"u8.ToArray());
        var annex = await AnnexReader.ReadAsync(stream, "lon.pdf", TestContext.Current.CancellationToken);
        Assert.Contains("50 MB", Assert.Single(annex.Findings).Message.Vi, StringComparison.Ordinal);
        Assert.True(stream.Given < 51L * 1024 * 1024);
    }

    [Fact]
    public async Task A_missing_tool_is_named()
    {
        var result = await Poppler.RunAsync("openpar-no-such-tool", [], stream => stream.ReadByte(), TestContext.Current.CancellationToken);
        Assert.Equal(PopplerOutcome.Missing, result.Outcome);
        Assert.Contains("poppler-utils", ReadingFindings.PopplerMissing("a.pdf").Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_reading_kills_its_process_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Uses a Unix command that never ends.");
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var clock = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Poppler.RunAsync("sleep", ["60"], stream => stream.ReadByte(), cancel.Token));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Cancelling_leaves_no_copy_behind()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            AnnexReader.ReadAsync(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4")), "a.pdf", cancel.Token));
    }

    private static void NeedPoppler()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", "-v") { RedirectStandardError = true });
            process!.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("The package poppler-utils is not installed.");
        }
    }
}
