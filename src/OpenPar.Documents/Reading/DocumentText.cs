using System.Text;
using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Pdf;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>
/// All that can be read in a file, as lines on pages: for searching and for the head of a letter. Columns of one line are parted by tabs or
/// by several blanks; a file without pages of its own is one page.
/// </summary>
/// <param name="Pages">Text of each page; lines are parted by '\n'.</param>
/// <param name="Findings">Why there is no text, or not all of it.</param>
public sealed record DocumentText(IReadOnlyList<string> Pages, IReadOnlyList<Finding> Findings)
{
    /// <summary>Most characters taken from one file.</summary>
    public const int MostCharacters = 300_000;

    /// <summary>Reads a file on the disk; the name only serves messages.</summary>
    public static async Task<DocumentText> ReadAsync(string path, string fileName, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        if (file.Length > ReadingLimits.FileBytes) return new DocumentText([], [ReadingFindings.TooLarge(fileName, ReadingLimits.FileBytes)]);
        var head = new byte[FileKinds.HeadBytes];
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (FileKinds.Of(head.AsSpan(0, read)) == FileKind.Pdf) return await PdfAsync(path, fileName, cancellationToken);
        file.Position = 0;
        return Of(await DocumentReader.ReadAsync(file, fileName, cancellationToken));
    }

    /// <summary>The lines of a document that was read.</summary>
    public static DocumentText Of(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var pages = new List<string>();
        var page = new StringBuilder();
        var total = 0;
        foreach (var block in document.Blocks)
        {
            if (block is TextBlock { NewPage: true } && page.Length > 0) EndPage();
            var before = page.Length;
            if (block is TextBlock text) page.Append(text.Text).Append('\n');
            else if (block is Table table) Rows(table, page, before + MostCharacters - total);
            total += page.Length - before;
            if (total > MostCharacters) break;
        }

        EndPage();
        return new DocumentText(pages, document.Findings);

        void EndPage()
        {
            if (page.Length > 0) pages.Add(page.ToString());
            page.Clear();
        }
    }

    // Cells beside each other stay beside each other, line by line: the head of a letter is a table without borders. A list may be one table
    // of a hundred thousand cells: it ends where the text does.
    private static void Rows(Table table, StringBuilder page, int longest)
    {
        foreach (var row in table.Cells.GroupBy(c => c.Row).OrderBy(g => g.Key))
        {
            if (page.Length > longest) return;
            var cells = row.OrderBy(c => c.Column).Select(c => c.Text.Split('\n')).ToList();
            for (var line = 0; line < cells.Max(c => c.Length); line++)
                page.AppendJoin('\t', cells.Select(c => line < c.Length ? c[line] : "")).Append('\n');
        }
    }

    private static async Task<DocumentText> PdfAsync(string path, string fileName, CancellationToken cancellationToken)
    {
        var last = ReadingLimits.Pages.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var result = await Poppler.RunAsync("pdftotext", ["-l", last, "-layout", "-enc", "UTF-8", path, "-"], Bounded, cancellationToken);
        if (result.Outcome == PopplerOutcome.Missing) return new DocumentText([], [ReadingFindings.PopplerMissing(fileName)]);
        if (result.Outcome != PopplerOutcome.Done || result.Value is not { } text || (text.Length == 0 && result.Complaint.Length > 0))
            return new DocumentText([], [ReadingFindings.PdfUnreadable(fileName, result.Outcome == PopplerOutcome.TooSlow ? "quá 60 giây chưa xong" : "tệp hỏng hoặc có mật khẩu")]);
        var pages = text.TrimEnd('\f').Split('\f');
        return pages.All(string.IsNullOrWhiteSpace) ? new DocumentText([], [ReadingFindings.PdfWithoutText(fileName)]) : new DocumentText(pages, []);
    }

    private static string Bounded(Stream output)
    {
        using var reader = new StreamReader(output, Encoding.UTF8);
        var text = new StringBuilder();
        var buffer = new char[8_192];
        while (text.Length < MostCharacters && reader.ReadBlock(buffer, 0, Math.Min(buffer.Length, MostCharacters - text.Length)) is var read and > 0) text.Append(buffer, 0, read);
        return text.ToString().Normalize(NormalizationForm.FormC);
    }
}
