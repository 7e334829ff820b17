using OpenPar.Core.Papers;
using OpenPar.Core.Rules.Printing;

namespace OpenPar.Core.Frameworks;

/// <summary>A framework as the annex of a decision (phụ lục bộ tiêu chí): maxima, method, scoring text; titles literally as issued.</summary>
public static class FrameworkAnnexPaper
{
    /// <summary>The paper. Columns that no row fills are left out.</summary>
    public static ComposedPaper Of(Framework framework, PaperTrace trace)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return new ComposedPaper
        {
            Form = PaperKind.FrameworkAnnex,
            Heading = new PaperHeading { IssuingAgency = framework.Decision.Issuer },
            ShowsHeading = false,
            Title = "PHỤ LỤC",
            Subject = framework.Title,
            Reference = $"Kèm theo {DecisionWords.Of(framework.Decision)}",
            Landscape = true,
            Blocks = [new PaperBlock.Grid(Table(framework))],
            Rounding = framework.Rounding,
            Trace = trace,
        };
    }

    private static PaperTable Table(Framework framework)
    {
        List<(PaperColumn Column, Func<Criterion, PaperCell> Cell, bool Used)> columns =
        [
            (new("ma", "STT", 750, PaperColumnKind.Mark), c => PaperCell.Of(c.Code.ToString()), true),
            (new("ten", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", 3500), c => PaperCell.Of(c.Title), true),
            (new("diem_toi_da", "Điểm tối đa", 900, PaperColumnKind.Points), c => PaperCell.Maximum(c.MaxPoints), true),
            (new("hinh_thuc", "Hình thức đánh giá", 1150), c => PaperCell.Of(MethodOf(framework, c)), true),
            (new("cach_cham", "Cách chấm điểm", 4800), c => PaperCell.Of(ScoringOf(c)), true),
            (new("yeu_cau", "Yêu cầu", 2400), c => PaperCell.Of(c.Requirement), Any(framework, c => c.Requirement is not null)),
            (new("tai_lieu", "Tài liệu kiểm chứng", 3900), c => PaperCell.Of(c.Evidence), Any(framework, c => c.Evidence.Count > 0)),
            (new("ghi_chu", "Ghi chú", 1300), c => PaperCell.Of(c.Note), Any(framework, c => c.Note is not null)),
        ];
        var used = columns.Where(column => column.Used).ToList();
        return new PaperTable(
            "tieu_chi", "", [.. used.Select(column => column.Column)],
            [.. framework.Criteria.Select(c => new PaperRow(LookOf(framework, c), [.. used.Select(column => column.Cell(c))])), .. Total(framework, used.Count)]);
    }

    private static bool Any(Framework framework, Func<Criterion, bool> wanted) => framework.Criteria.Any(wanted);

    private static PaperRowLook LookOf(Framework framework, Criterion criterion) =>
        framework.IsLeaf(criterion.Code) && criterion.Code.Level > 1 ? PaperRowLook.Plain : PaperRowLook.Heading;

    private static string? MethodOf(Framework framework, Criterion criterion) =>
        framework.IsLeaf(criterion.Code) && criterion.Method != ScoringMethod.Unknown ? FrameworkNames.Of(criterion.Method).Vi : null;

    // A rule made in the editor has no text of a decision; it is printed in the wording that reads back.
    private static string? ScoringOf(Criterion criterion) => criterion.RuleText ?? (criterion.Rule is { } rule ? AnnexText.Of(rule, criterion.MaxPoints) : null);

    private static IEnumerable<PaperRow> Total(Framework framework, int columns)
    {
        if (framework.TotalPoints is not { } total) return [];
        PaperCell[] cells = [default, PaperCell.Of("TỔNG ĐIỂM"), PaperCell.Of(total), .. Enumerable.Repeat(PaperCell.Empty, columns - 3)];
        return [new PaperRow(PaperRowLook.Total, cells)];
    }
}
