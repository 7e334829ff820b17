using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>Reads an annex from a PDF with a text layer: ruled tables cell by cell, others from the order of their text.</summary>
internal static class PdfAnnex
{
    private static readonly string[] Range = ["-f", "1", "-l", ReadingLimits.Pages.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    public static async Task<Annex> ReadAsync(byte[] head, Stream rest, string file, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var assembly = new AnnexAssembly(file, findings);
        var path = Path.Combine(Path.GetTempPath(), $"openpar-{Guid.NewGuid():N}.pdf");
        // The tools open the copy by its name; closing our handle deletes it, whatever happened in between.
        await using var copy = new FileStream(path, CopyOptions());
        if (!await BoundedInput.CopyAsync(head, rest, copy, ReadingLimits.FileBytes, cancellationToken))
        {
            findings.Add(ReadingFindings.TooLarge(file, ReadingLimits.FileBytes));
            return assembly.Result(null, null, []);
        }

        await copy.FlushAsync(cancellationToken);
        var words = await Poppler.RunAsync("pdftotext", [.. Range, "-bbox", path, "-"], PdfWords.Read, cancellationToken);
        if (!Good(words, file, findings)) return assembly.Result(null, null, []);
        if (words.Value!.All(page => page.Count == 0))
        {
            findings.Add(ReadingFindings.PdfWithoutText(file));
            return assembly.Result(null, null, []);
        }

        if (words.Value!.Count >= ReadingLimits.Pages) findings.Add(ReadingFindings.TooManyPages(file));
        var rules = await Poppler.RunAsync("pdftocairo", [.. Range, "-svg", path, "-"], PdfRules.Read, cancellationToken);
        if (!Good(rules, file, findings)) return assembly.Result(null, null, []);
        var table = Table(words.Value!, rules.Value!);
        if (table.Rows.Count > 0)
        {
            var (drafts, total) = new TableRows(table.HasPoints).Read(table.Rows);
            if (drafts.Count > 0) return assembly.Assemble(new Draft(table.Preamble, drafts, total));
        }

        return await UnruledAsync(path, file, findings, cancellationToken);
    }

    // Content order keeps the cells of a table together; the page layout would mix them line by line.
    private static async Task<Annex> UnruledAsync(string path, string file, List<Finding> findings, CancellationToken cancellationToken)
    {
        var text = await Poppler.RunAsync("pdftotext", [.. Range, "-raw", "-enc", "UTF-8", path, "-"], AllText, cancellationToken);
        if (!Good(text, file, findings)) return new AnnexAssembly(file, findings).Result(null, null, []);
        findings.Add(ReadingFindings.PdfWithoutRules(file));
        return TextAnnex.Read(text.Value!, file, findings);
    }

    private static PdfTable Table(List<List<PdfWord>> words, List<List<PdfRule>> rules)
    {
        // A document of one page has no page elements; a document of several has an empty first entry for its root.
        var pages = rules.Count > words.Count ? rules.Skip(rules.Count - words.Count).ToList() : rules;
        var table = new PdfTable();
        for (var i = 0; i < words.Count; i++) table.Add(i + 1, i < pages.Count ? pages[i] : [], words[i]);
        return table;
    }

    private static bool Good<T>(PopplerResult<T> result, string file, List<Finding> findings)
    {
        if (result.Outcome == PopplerOutcome.Done) return true;
        findings.Add(result.Outcome switch
        {
            PopplerOutcome.Missing => ReadingFindings.PopplerMissing(file),
            PopplerOutcome.TooSlow => ReadingFindings.PdfUnreadable(file, "quá 60 giây chưa xong"),
            PopplerOutcome.TooMuch => ReadingFindings.PdfUnreadable(file, "nội dung quá lớn"),
            _ => ReadingFindings.PdfUnreadable(file, Reason(result.Complaint)),
        });
        return false;
    }

    private static string Reason(string complaint) =>
        complaint.Contains("password", StringComparison.OrdinalIgnoreCase) ? "tệp có mật khẩu" : "tệp hỏng hoặc không đúng chuẩn PDF";

    private static string AllText(Stream output)
    {
        using var reader = new StreamReader(output);
        return reader.ReadToEnd();
    }

    private static FileStreamOptions CopyOptions()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
