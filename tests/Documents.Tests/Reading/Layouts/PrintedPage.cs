using System.ComponentModel;
using System.Diagnostics;

namespace OpenPar.Documents.Tests.Reading.Layouts;

/// <summary>Prints a web page as PDF with Chromium; tests that need it are skipped where it is not installed.</summary>
internal static class PrintedPage
{
    public static async Task<byte[]> PdfAsync(string html)
    {
        var folder = Directory.CreateTempSubdirectory("openpar-tests-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html, TestContext.Current.CancellationToken);
            using var process = Start(["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", $"--print-to-pdf={pdf}", "--no-pdf-header-footer", page]);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return await File.ReadAllBytesAsync(pdf, TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string[] arguments)
    {
        foreach (var name in new[] { "chromium", "google-chrome", "chrome" })
        {
            try
            {
                return Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            }
            catch (Win32Exception)
            {
                // The next name.
            }
        }

        Assert.Skip("Chromium is not installed.");
        throw new UnreachableException();
    }
}
