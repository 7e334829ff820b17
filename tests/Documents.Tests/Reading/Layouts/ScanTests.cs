using System.ComponentModel;
using System.Diagnostics;
using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Pdf;
using OpenPar.Documents.Tests.Corpus;

namespace OpenPar.Documents.Tests.Reading.Layouts;

/// <summary>Labelled annexes printed, scanned (pictures only) and read by recognition.</summary>
[Collection("PDF")]
public class ScanTests
{
    private const int Resolution = 200;
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    [Theory]
    [InlineData("scored-rule-column")]
    [InlineData("assignment-merged-leads")]
    public async Task A_scan_is_recognised_and_what_is_wrong_is_flagged(string name)
    {
        NeedTesseract();
        var annex = CorpusAnnex.Load(Path.Combine(Folder, "Annexes", name + ".json"));
        var scan = ScanPdf.Of(await PicturesAsync(Path.Combine(Folder, "Pdf", name + ".pdf")), Resolution);
        var score = CorpusScore.Of(annex, await CorpusReading.ReadAsync(annex, scan, "pdf", TestContext.Current.CancellationToken));
        var wrong = string.Join('\n', score.Wrong);
        TestContext.Current.SendDiagnosticMessage($"{name}: {score.Right} of {score.Cells} cells\n{wrong}");
        Assert.True(score.Accuracy >= 0.93, $"{score.Right} of {score.Cells} cells\n{wrong}");
        Assert.True(score.WrongFlagged == score.WrongCells, wrong);
    }

    [Fact]
    public void Without_the_recogniser_a_scan_says_how_to_install_it()
    {
        var finding = PdfFindings.RecogniserMissing("quet.pdf");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains("apt-get install tesseract-ocr tesseract-ocr-vie", finding.Remedy.Vi, StringComparison.Ordinal);
    }

    private static async Task<List<byte[]>> PicturesAsync(string pdf)
    {
        var folder = Directory.CreateTempSubdirectory("openpar-tests-scan-");
        try
        {
            using var process = Process.Start("pdftoppm", ["-r", Resolution.ToString(System.Globalization.CultureInfo.InvariantCulture), "-gray", "-jpeg", pdf, Path.Combine(folder.FullName, "page")]);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return [.. Directory.GetFiles(folder.FullName).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void NeedTesseract()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("tesseract", "--list-langs") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var languages = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.SkipUnless(languages.Split('\n').Any(line => line.Trim() == "vie"), "The package tesseract-ocr-vie is not installed.");
        }
        catch (Win32Exception)
        {
            Assert.Skip("The packages tesseract-ocr and tesseract-ocr-vie are not installed.");
        }
    }
}
