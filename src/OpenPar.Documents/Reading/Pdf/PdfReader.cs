using OpenPar.Documents.Reading.Scans;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>Reads a PDF with a text layer: ruled tables cell by cell, everything else in the order of its text.</summary>
internal static class PdfReader
{
    private static readonly string[] Range = ["-f", "1", "-l", ReadingLimits.Pages.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    public static async Task<SourceDocument> ReadAsync(byte[] head, Stream rest, DocumentDraft draft, CancellationToken cancellationToken)
    {
        draft.Kind = SourceKind.Pdf;
        await using var copy = PdfCopy.New();
        var path = copy.Name;
        if (!await BoundedInput.CopyAsync(head, rest, copy, ReadingLimits.FileBytes, cancellationToken))
            return draft.Refused(ReadingFindings.TooLarge(draft.File, ReadingLimits.FileBytes));
        await copy.FlushAsync(cancellationToken);
        var words = await Poppler.RunAsync("pdftotext", [.. Range, "-bbox", path, "-"], PdfWords.Read, cancellationToken);
        if (!Good(words, draft)) return draft.Done();
        var pages = words.Value!;
        var scans = await ScanReader.ReadAsync(path, pages, cancellationToken);
        if (pages.All(page => page.Words.Count == 0)) return draft.Refused(scans.Missing ? PdfFindings.RecogniserMissing(draft.File) : ReadingFindings.PdfWithoutText(draft.File));
        if (scans.Read > 0) draft.Findings.Add(PdfFindings.Recognised(draft.File, scans.Read));
        if (pages.Count >= ReadingLimits.Pages) draft.Findings.Add(ReadingFindings.TooManyPages(draft.File));
        var rules = await Poppler.RunAsync("pdftocairo", [.. Range, "-svg", path, "-"], PdfRules.Read, cancellationToken);
        if (!Good(rules, draft)) return draft.Done();
        // Content order keeps the cells of an unruled table together; the page layout would mix them line by line.
        var text = await Poppler.RunAsync("pdftotext", [.. Range, "-raw", "-enc", "UTF-8", path, "-"], AllText, cancellationToken);
        if (!Good(text, draft)) return draft.Done();
        await Task.Run(() => Put(pages, rules.Value!, text.Value!, scans, draft), cancellationToken);
        return draft.Done();
    }

    private static void Put(List<PdfPage> pages, List<List<PdfRule>> rules, string text, ScanOutcome scans, DocumentDraft draft)
    {
        // A document of one page has no page elements; a document of several has an empty first entry for its root.
        var first = Math.Max(rules.Count - pages.Count, 0);
        var texts = text.Split('\f');
        var tables = new PdfTables(draft);
        var scanned = 0;
        for (var i = 0; i < pages.Count; i++)
        {
            if (first + i < rules.Count && !IsRecognised(pages[i])) pages[i].Rules.AddRange(rules[first + i]);
            if (pages[i].Words.Count == 0) scanned++;
            if (!IsRecognised(pages[i])) pages[i] = pages[i].Turned();
        }

        var grids = pages.ConvertAll(PdfGrid.All);
        if (PdfAligned.Find(pages, grids)) draft.Findings.Add(PdfFindings.ToldByBlanks(draft.File));
        for (var i = 0; i < pages.Count; i++) tables.Add(i + 1, pages[i], grids[i], IsRecognised(pages[i]) ? Lines(pages[i]) : i < texts.Length ? TextLines.Of(texts[i], draft.File, draft.Findings) : []);

        tables.Close();
        if (scanned > 0) draft.Findings.Add(PdfFindings.PagesWithoutText(draft.File, scanned, scans.Missing));
    }

    private static bool IsRecognised(PdfPage page) => page.Words.Count > 0 && page.Words[0].Confidence is not null;

    private static List<TextLine> Lines(PdfPage page) => [.. PdfLines.Of(page.Words).Select((line, i) => new TextLine(i + 1, line.Text, i == 0, 0))];

    private static bool Good<T>(PopplerResult<T> result, DocumentDraft draft)
    {
        if (result.Outcome == PopplerOutcome.Done) return true;
        draft.Findings.Add(result.Outcome switch
        {
            PopplerOutcome.Missing => ReadingFindings.PopplerMissing(draft.File),
            PopplerOutcome.TooSlow => ReadingFindings.PdfUnreadable(draft.File, "quá 60 giây chưa xong"),
            PopplerOutcome.TooMuch => ReadingFindings.PdfUnreadable(draft.File, "nội dung quá lớn"),
            _ => ReadingFindings.PdfUnreadable(draft.File, Reason(result.Complaint)),
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
}
