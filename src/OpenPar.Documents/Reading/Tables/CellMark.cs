using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Tables;

/// <summary>What a reader did to a cell beyond copying it.</summary>
public enum CellMarkKind
{
    /// <summary>Lines or parts of a cell broken over pages were joined.</summary>
    Joined,

    /// <summary>Characters of an old font or a slip of scanning were replaced.</summary>
    Corrected,

    /// <summary>Mark-up or the sign of a footnote was removed.</summary>
    RemovedMarkup,

    /// <summary>The borders do not say for certain what the cell covers.</summary>
    UncertainExtent,

    /// <summary>The text was recognised from a picture.</summary>
    Recognised,
}

/// <summary>One thing a reader did to a cell, with its reason.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Reason">Why, in a sentence that lets a person check it.</param>
public sealed record CellMark(CellMarkKind Kind, LocalText Reason);

/// <summary>The marks that readers of several kinds of file make.</summary>
internal static class CellMarks
{
    private static readonly CellMark ComposedMark = new(CellMarkKind.Corrected, new LocalText(
        "Dấu viết rời (Unicode tổ hợp) đã ghép thành chữ dựng sẵn.", "Decomposed accents were composed."));

    public static CellMark Footnote(string sign, string text) => new(CellMarkKind.RemovedMarkup, new LocalText(
        $"Bỏ dấu chú thích {sign} khỏi chữ; chú thích: “{text}”", $"The sign of footnote {sign} was taken out of the text; the note says: “{text}”"));

    public static CellMark Recognised(double confidence, IReadOnlyList<string> unsure)
    {
        var percent = confidence.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        return new CellMark(CellMarkKind.Recognised, unsure.Count == 0
            ? new LocalText($"Chữ nhận dạng từ ảnh quét, độ tin cậy {percent} %.", $"Text recognised from a scan, confidence {percent} %.")
            : new LocalText($"Chữ nhận dạng từ ảnh quét, độ tin cậy {percent} %; chưa chắc: {string.Join(", ", unsure.Take(10).Select(word => $"“{word}”"))}.", $"Text recognised from a scan, confidence {percent} %; doubtful: {string.Join(", ", unsure.Take(10).Select(word => $"“{word}”"))}."));
    }

    public static CellMark Symbol { get; } = new(CellMarkKind.RemovedMarkup, new LocalText(
        "Bỏ ký hiệu của phông chữ ký hiệu không rõ nghĩa.", "A sign of a symbol font that has no known meaning was removed."));

    public static CellMark Cut { get; } = new(CellMarkKind.RemovedMarkup, new LocalText(
        "Chữ quá dài; phần sau bị bỏ.", "The text is too long; the rest was cut."));

    public static CellMark Nested { get; } = new(CellMarkKind.Joined, new LocalText(
        "Ô chứa bảng con; chữ của bảng con được xếp thành dòng.", "The cell holds a table; its text was written as lines."));

    /// <summary>The text composed, well formed and without control characters; a mark is added when accents were written apart.</summary>
    public static string Composed(string text, ICollection<CellMark> marks)
    {
        text = text.Any(IsControl) ? string.Concat(text.Where(c => !IsControl(c))) : text;
        text = VietnameseText.WellFormed(text);
        if (text.All(c => c <= '\u02FF') || text.IsNormalized(System.Text.NormalizationForm.FormC)) return text;
        if (!marks.Contains(ComposedMark)) marks.Add(ComposedMark);
        return text.Normalize(System.Text.NormalizationForm.FormC);
    }

    private static bool IsControl(char c) => (c < ' ' && c is not ('\t' or '\n')) || c is '\uFFFE' or '\uFFFF';
}
