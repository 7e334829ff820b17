using System.Diagnostics;
using System.Text;
using OpenPar.Core.Findings;
using OpenPar.Core.Papers;
using OpenPar.Documents.Office;
using OpenPar.Documents.Writing;
using static OpenPar.Documents.Tests.Reading.Documents.SampleDocx;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>Files of older and other office programs, through LibreOffice where it is installed. That no folder stays behind is watched over all tests (<see cref="NothingLeftBehind"/>).</summary>
[Collection("LibreOffice")]
public sealed class OfficeTests
{
    [Fact]
    public async Task RTF_is_read()
    {
        NeedLibreOffice();
        var document = await SourceDocuments.ReadAsync(Encoding.ASCII.GetBytes(
            @"{\rtf1\ansi PH\u7908 ? L\u7908 ?C\par \trowd\cellx2000\cellx6000 1.1\intbl\cell K\u7871 ? ho\u7841 ?ch\intbl\cell\row \trowd\cellx2000\cellx6000 1.2\intbl\cell x\intbl\cell\row}"));
        Assert.True(document.Usable, string.Join('\n', document.Findings.Select(finding => finding.Message.Vi)));
        Assert.Equal(["1.1 | Kế hoạch", "1.2 | x"], document.OneTable().AllRows());
        Assert.Contains(document.Findings, finding => finding.Message.Vi.Contains("LibreOffice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Old_Word_and_OpenDocument_are_read_as_the_Word_file_they_were_made_of()
    {
        NeedLibreOffice();
        var word = Of(P("PHỤ LỤC") + Tbl(Tr(Tc("STT"), Tc("Tiêu chí"), Tc("Cơ quan chủ trì")), Tr(Tc("1.1"), Tc("Kế hoạch"), Tc("Sở Nội vụ", "<w:vMerge w:val=\"restart\"/>")), Tr(Tc("1.2"), Tc("Báo cáo"), Tc("", "<w:vMerge/>")))
            // LibreOffice takes the columns of a table from its grid alone, and needs a paragraph behind the last table.
            .Replace("<w:tblPr/>", "<w:tblPr/><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>", StringComparison.Ordinal) + P("Hết"));
        foreach (var (extension, filter) in new[] { ("doc", "MS Word 97"), ("odt", "writer8") })
        {
            var (_, old) = await LibreOffice.ConvertAsync(new OfficeFile("docx", extension, filter, ""), new MemoryStream(word), TestContext.Current.CancellationToken);
            var document = await SourceDocuments.ReadAsync(old!.ToArray(), "mau." + extension);
            Assert.Equal(["STT | Tiêu chí | Cơ quan chủ trì", "1.1 | Kế hoạch | Sở Nội vụ ↕2", "1.2 | Báo cáo"], document.OneTable().AllRows());
        }
    }

    [Fact]
    public async Task Old_Excel_is_read()
    {
        NeedLibreOffice();
        var book = SampleXlsx.Of(SampleXlsx.Row(1, SampleXlsx.Text("A1", "STT"), SampleXlsx.Text("B1", "Tiêu chí"), SampleXlsx.Text("C1", "Điểm")) + SampleXlsx.Row(2, SampleXlsx.Text("A2", "1.1"), SampleXlsx.Text("B2", "Kế hoạch"), SampleXlsx.Number("C2", "1.5")));
        var (outcome, old) = await LibreOffice.ConvertAsync(new OfficeFile("xlsx", "xls", "MS Excel 97", ""), new MemoryStream(book), TestContext.Current.CancellationToken);
        Assert.SkipWhen(outcome == OfficeOutcome.Failed, "LibreOffice Calc is not installed.");
        var document = await SourceDocuments.ReadAsync(old!.ToArray(), "mau.xls");
        Assert.Equal(["STT | Tiêu chí | Điểm", "1.1 | Kế hoạch | 1.5"], document.OneTable().AllRows());
    }

    [Theory]
    [InlineData("scored-rule-column", "docx", "doc", "MS Word 97")]
    [InlineData("assignment-merged-leads", "docx", "doc", "MS Word 97")]
    [InlineData("scored-rule-column", "xlsx", "xls", "MS Excel 97")]
    public async Task A_labelled_annex_in_the_old_format_is_read_as_it_is_labelled(string name, string format, string old, string filter)
    {
        NeedLibreOffice();
        var folder = Path.Combine(AppContext.BaseDirectory, "Corpus");
        var annex = Corpus.CorpusAnnex.Load(Path.Combine(folder, "Annexes", name + ".json"));
        var file = Corpus.CorpusReading.File(annex, format, folder);
        var (outcome, written) = await LibreOffice.ConvertAsync(new OfficeFile(format, old, filter, ""), new MemoryStream(file), TestContext.Current.CancellationToken);
        Assert.SkipWhen(outcome == OfficeOutcome.Failed, "This part of LibreOffice is not installed.");
        var score = Corpus.CorpusScore.Of(annex, await Corpus.CorpusReading.ReadAsync(annex, written!.ToArray(), old, TestContext.Current.CancellationToken));
        Assert.True(score.Accuracy >= 0.99 && score.WrongFlagged == score.WrongCells, string.Join('\n', score.Wrong));
    }

    [Fact]
    public async Task A_paper_is_printed_on_A4_and_its_words_can_be_read()
    {
        NeedLibreOffice();
        using var word = new MemoryStream();
        PaperWriter.Write(PaperSamples.Of(PaperKind.FrameworkAnnex), PaperFormat.Docx, word);
        Assert.True(PaperPdf.Available);
        var pdf = await PaperPdf.PrintAsync(word.ToArray(), TestContext.Current.CancellationToken);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf!, 0, 5), StringComparison.Ordinal);
        var boxes = System.Text.RegularExpressions.Regex.Matches(Encoding.Latin1.GetString(pdf!), @"/Type\s*/Page\b[^>]*/MediaBox\s*\[\s*0 0 ([0-9.]+) ([0-9.]+)\s*\]");
        Assert.NotEmpty(boxes);
        Assert.All(boxes, box => Assert.Equal([595d, 842d], new[] { box.Groups[1].Value, box.Groups[2].Value }.Select(side => Math.Round(double.Parse(side, System.Globalization.CultureInfo.InvariantCulture))).Order()));
        var document = await SourceDocuments.ReadAsync(pdf!, "phu-luc.pdf");
        Assert.True(document.Usable, string.Join('\n', document.Findings.Select(finding => finding.Message.Vi)));
        Assert.Contains(document.Blocks.OfType<OpenPar.Documents.Reading.Tables.Table>(), table => table.AllRows().Any(row => row.Contains("Ban hành kế hoạch đúng hạn", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_no_Word_file_prints_nothing()
    {
        NeedLibreOffice();
        Assert.Null(await PaperPdf.PrintAsync([0x50, 0x4B, 3, 4, 0, 0, 0, 0], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_container_that_holds_nothing_Word_can_read_is_a_finding()
    {
        NeedLibreOffice();
        byte[] container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("WordDocument"), .. new byte[600]];
        var document = await SourceDocuments.ReadAsync(container, "hong.doc");
        Assert.Contains(document.Findings, finding => finding.Severity == Severity.Error);
        Assert.False(document.Usable);
    }

    [Fact]
    public async Task A_cancelled_conversion_stops_at_once()
    {
        NeedLibreOffice();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var clock = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LibreOffice.ConvertAsync(OfficeFile.RichText, new MemoryStream(@"{\rtf1 x}"u8.ToArray()), cancel.Token));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20));
    }

    private static void NeedLibreOffice()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("soffice", "--version") { RedirectStandardOutput = true, RedirectStandardError = true });
            process!.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("LibreOffice is not installed.");
        }
    }
}
