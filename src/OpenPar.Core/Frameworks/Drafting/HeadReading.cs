using System.Globalization;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Forms;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks.Drafting;

/// <summary>Reads what was typed about the framework as a whole; each text that cannot be read is a finding at its field.</summary>
internal sealed class HeadReading
{
    private readonly DraftHead head;
    private readonly List<DraftFinding> findings;
    private readonly FrameworkId? id;
    private readonly (int? First, int? Last, int Digits) whole;
    private readonly DateOnly? issuedOn;
    private readonly decimal? total;

    public HeadReading(DraftHead head, List<DraftFinding> findings)
    {
        (this.head, this.findings) = (head, findings);
        if (FrameworkId.TryParse(head.Identity.Trim(), out var read)) id = read;
        else Error(DraftFields.Identity, head.Identity.Length == 0 ? "Chưa đặt mã bộ chỉ số." : $"“{head.Identity}” không phải mã bộ chỉ số.", "The framework has no proper identity.", "Viết dạng par-index-province/1187-2025: chữ thường không dấu, số, gạch nối.", "Write it like par-index-province/1187-2025.");
        Needed(DraftFields.Title, head.Title, "tên bộ chỉ số", "the title");
        Needed(DraftFields.DecisionNumber, head.DecisionNumber, "số, ký hiệu văn bản ban hành", "the number of the decision");
        Needed(DraftFields.Issuer, head.Issuer, "cơ quan ban hành", "the issuing body");
        if (head.IssuedOn.Trim().Length > 0 && (issuedOn = DayText.Read(head.IssuedOn)) is null)
            Refuse(DraftFields.IssuedOn, DayText.Problem(head.IssuedOn));
        whole = (Whole(DraftFields.FirstYear, head.FirstYear, 2000, 2100), Whole(DraftFields.LastYear, head.LastYear, 2000, 2100), Whole(DraftFields.RoundingDigits, head.RoundingDigits, 0, 6) ?? OutputRounding.Published.Digits);
        if (whole.First > whole.Last) Error(DraftFields.LastYear, "Năm cuối đứng trước năm đầu.", "The last year comes before the first.", "Sửa năm áp dụng.", "Mend the years.");
        total = Points(head.TotalPoints, null, DraftFields.TotalPoints, findings);
        if (total == 0) Error(DraftFields.TotalPoints, "Tổng điểm phải lớn hơn 0.", "The total must be over 0.", "Sửa tổng điểm, hoặc bỏ trống khi chưa biết.", "Mend it, or leave it empty when unknown.");
    }

    /// <summary>The framework of these criteria, under the typed identity or another one while there is none.</summary>
    public Framework Framework(FrameworkId unnamed, IEnumerable<Criterion> criteria) =>
        new(id ?? unnamed, VietnameseText.Clean(head.Title), new Decision(head.DecisionNumber.Trim(), head.Issuer.Trim(), issuedOn, DraftRows.Known(head.Annex)), criteria)
        {
            GuidanceDocument = DraftRows.Known(head.GuidanceDocument),
            FirstYear = whole.First,
            LastYear = whole.Last,
            TotalPoints = total,
            Rounding = new OutputRounding(whole.Digits, head.RoundingMode),
        };

    public static DraftHead Typed(Framework framework) => new()
    {
        Identity = framework.Id.ToString(),
        Title = framework.Title,
        DecisionNumber = framework.Decision.Number,
        Issuer = framework.Decision.Issuer,
        IssuedOn = framework.Decision.IssuedOn is { } day ? DayText.Write(day) : "",
        Annex = framework.Decision.Annex ?? "",
        GuidanceDocument = framework.GuidanceDocument ?? "",
        FirstYear = framework.FirstYear?.ToString(CultureInfo.InvariantCulture) ?? "",
        LastYear = framework.LastYear?.ToString(CultureInfo.InvariantCulture) ?? "",
        TotalPoints = framework.TotalPoints is { } points ? TypedText.Digits(points) : "",
        RoundingDigits = framework.Rounding.Digits.ToString(CultureInfo.InvariantCulture),
        RoundingMode = framework.Rounding.Mode,
    };

    /// <summary>Points of a framework or row, 0 to a million; null when empty or refused.</summary>
    public static decimal? Points(string typed, int? row, string field, List<DraftFinding> findings)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var reading = NumberText.Read(typed, NumberUse.Decimal);
        if (reading.Value is >= 0 and <= 1_000_000) return reading.Value;
        var problem = reading.Problem ?? new LocalText($"Điểm phải từ 0 đến 1.000.000 (đã nhập {typed}).", $"Points are 0 to 1,000,000 (typed {typed}).");
        findings.Add(new DraftFinding(row, field, Finding.Error(typed, problem, new("Sửa lại số, hoặc bỏ trống khi chưa biết.", "Mend the number, or leave it empty when unknown."))));
        return null;
    }

    private int? Whole(string field, string typed, int least, int most)
    {
        if (typed.Trim().Length == 0) return null;
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        Error(field, $"“{typed}” phải là số nguyên từ {least} đến {most}.", $"“{typed}” must be a whole number from {least} to {most}.", "Sửa lại số.", "Mend the number.");
        return null;
    }

    private void Needed(string field, string typed, string vi, string en)
    {
        if (string.IsNullOrWhiteSpace(typed)) Error(field, $"Chưa nhập {vi}.", $"Enter {en}.", "Nhập theo văn bản ban hành.", "Take it from the decision.");
    }

    private void Refuse(string field, LocalText problem) =>
        findings.Add(new DraftFinding(null, field, Finding.Error("", problem, new("Sửa, hoặc bỏ trống khi chưa biết.", "Mend it, or leave it empty when unknown."))));

    private void Error(string field, string vi, string en, string remedyVi, string remedyEn) =>
        findings.Add(new DraftFinding(null, field, Finding.Error("", new(vi, en), new(remedyVi, remedyEn))));
}
