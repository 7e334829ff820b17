using OpenPar.Core.Papers;

namespace OpenPar.Core.Results.Papers;

/// <summary>Columns and tables that several papers about a round share.</summary>
internal static class ScoreColumns
{
    public static PaperColumn Number { get; } = new("tt", "TT", 600, PaperColumnKind.Mark);

    public static PaperColumn Unit { get; } = new("don_vi", "Đơn vị", 2600);

    public static PaperColumn Code { get; } = new("ma", "TT", 800, PaperColumnKind.Mark);

    public static PaperColumn RowTitle { get; } = new("ten", "Lĩnh vực, tiêu chí, tiêu chí thành phần", 5200);

    public static PaperColumn Field { get; } = new("ten", "Lĩnh vực", 5200);

    public static PaperColumn Lead { get; } = new("co_quan", "Cơ quan chủ trì", 2600);

    public static PaperColumn Maximum { get; } = Points("diem_toi_da", "Điểm tối đa");

    public static PaperColumn Self { get; } = Points("diem_tu_cham", "Điểm tự chấm");

    public static PaperColumn Appraised { get; } = Points("diem_tham_dinh", "Điểm thẩm định");

    public static PaperColumn Percent { get; } = new("ty_le", "Tỷ lệ đạt (%)", 1100, PaperColumnKind.Percent);

    public static PaperColumn Points(string name, string head) => new(name, head, 1100, PaperColumnKind.Points);

    public static PaperCell Whole(int number) => PaperCell.Of((decimal)number);

    /// <summary>The look of a row of the tree.</summary>
    public static PaperRowLook LookOf(ScoreSheetRow row) => row.IsLeaf && row.Code.Level > 1 ? PaperRowLook.Plain : PaperRowLook.Heading;

    /// <summary>One row a field and the total: maximum, self-assessed, appraised, percent. Units stand above their fields when there are several.</summary>
    public static PaperTable ByField(RoundScores scores, string title)
    {
        var rows = new List<PaperRow>();
        foreach (var unit in scores.Units)
        {
            if (scores.Units.Count > 1) rows.Add(new PaperRow(PaperRowLook.Heading, PaperCell.Empty, PaperCell.Of(unit.Unit), default, default, default, default));
            rows.AddRange(unit.Fields.Append(unit.Total(scores.Framework)).Select(Total));
        }

        return new PaperTable("linh_vuc", title, [Number, Field, Maximum, Self, Appraised, Percent], rows);
    }

    private static PaperRow Total(ScoreSheetTotal total) => new(
        total.Code is null ? PaperRowLook.Total : PaperRowLook.Plain,
        PaperCell.Of(total.Code?.ToString()), PaperCell.Of(total.Title), PaperCell.Maximum(total.MaxPoints), PaperCell.Of(total.SelfPoints),
        PaperCell.Of(total.AppraisedPoints), PaperCell.Of(total.Percent));

    public static decimal? PercentOf(decimal? points, decimal? maximum) => maximum > 0 ? points / maximum * 100 : null;

    /// <summary>What is still open, as a sentence.</summary>
    public static string Missing(RoundScores scores)
    {
        var open = scores.Units.Sum(unit => unit.Leaves.Count(row => row.IsOpen));
        var all = scores.Units.Sum(unit => unit.Leaves.Count());
        return open == 0 ? $"Tất cả {all} dòng chấm điểm đã có kết quả thẩm định." : $"Còn {open}/{all} dòng chấm điểm chưa có kết quả thẩm định; các tổng dưới đây chưa gồm những dòng ấy.";
    }

    /// <summary>The units in one phrase.</summary>
    public static string Units(RoundScores scores) => scores.Units.Count == 1 ? scores.Units[0].Unit : $"{scores.Units.Count} đơn vị";

    /// <summary>Wording of the form.</summary>
    public static PaperBlock Heading(string text) => new PaperBlock.Text(PaperTextKind.Heading, text);

    /// <summary>A named paragraph.</summary>
    public static PaperBlock Body(string name, string label, string text, string? number = null) =>
        new PaperBlock.Text(PaperTextKind.Body, text) { Name = name, Label = label, Number = number };

    public static PaperBlock Grid(PaperTable table) => new PaperBlock.Grid(table);

    /// <summary>The receivers of an internal paper about results.</summary>
    public static PaperSignature Signature(string position, params IReadOnlyList<string> recipients) => new() { Position = position, Recipients = recipients };
}
