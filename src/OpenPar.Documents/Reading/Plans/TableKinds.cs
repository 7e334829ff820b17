using System.Text.RegularExpressions;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>Tells what a table is by the words over its columns, then by what stands in them.</summary>
internal static partial class TableKinds
{
    public static TableRecognition Of(AnnexTable annex)
    {
        bool Has(PlanColumn column) => annex.Columns.Contains(column);
        var criterion = Has(PlanColumn.Criterion) || (Has(PlanColumn.Task) && CodesShare(annex) > 0.6 && (Has(PlanColumn.Requirement) || Has(PlanColumn.MaxPoints)));
        if (!Has(PlanColumn.RuleText) && IsResults(annex)) return Recognised(TableKind.ResultsTable, annex);
        if (Has(PlanColumn.MaxPoints) || Has(PlanColumn.RuleText)) return Recognised(TableKind.ScoredAnnex, annex);
        if (criterion && (Has(PlanColumn.Requirement) || Has(PlanColumn.Evidence) || Has(PlanColumn.Product) || Has(PlanColumn.Deadline)) && Has(PlanColumn.Lead)) return Recognised(TableKind.ImprovementPlan, annex);
        if (IsSurvey(annex)) return Recognised(TableKind.SurveyForm, annex);
        if (criterion) return Recognised(Has(PlanColumn.Lead) ? TableKind.Assignment : TableKind.CriteriaAnnex, annex);
        if ((Has(PlanColumn.Objective) || Has(PlanColumn.Activity)) && (Has(PlanColumn.Task) || Has(PlanColumn.Activity)) && Has(PlanColumn.Lead)) return Recognised(TableKind.TaskFramework, annex);
        if ((Has(PlanColumn.Task) || Has(PlanColumn.Activity) || Has(PlanColumn.Objective)) && (Has(PlanColumn.Deadline) || (Has(PlanColumn.Lead) && FiguresShare(annex) < 0.3)))
            return Recognised(TableKind.PlanTable, annex);
        if (IsAgencyList(annex)) return Recognised(TableKind.AgencyList, annex);
        if (FiguresShare(annex) >= 0.3 || Has(PlanColumn.Figure)) return Recognised(TableKind.StatisticsTable, annex);
        return Recognised(TableKind.Unknown, annex);
    }

    public static string Name(TableKind kind) => kind switch
    {
        TableKind.CriteriaAnnex => "phụ lục tiêu chí",
        TableKind.ScoredAnnex => "bảng tiêu chí có điểm",
        TableKind.Assignment => "phụ lục phân công tiêu chí",
        TableKind.ImprovementPlan => "kế hoạch cải thiện chỉ số",
        TableKind.PlanTable => "biểu kế hoạch",
        TableKind.TaskFramework => "khung nhiệm vụ",
        TableKind.AgencyList => "danh sách cơ quan, đơn vị",
        TableKind.SurveyForm => "phiếu khảo sát",
        TableKind.StatisticsTable => "biểu số liệu thống kê",
        TableKind.ResultsTable => "bảng kết quả, xếp hạng",
        _ => "bảng chưa nhận ra",
    };

    private static TableRecognition Recognised(TableKind kind, AnnexTable annex)
    {
        var columns = string.Join(", ", annex.Heads.Select((head, c) => $"“{(head.Length <= 60 ? head : head[..60] + "…")}” → {PlanColumns.Name(annex.Columns[c])}"));
        return new TableRecognition(kind, new LocalText($"Theo tiêu đề cột: {columns}.", $"By the heads of the columns: {columns}."));
    }

    private static bool IsSurvey(AnnexTable annex)
    {
        var above = VietnameseText.Fold(string.Join(' ', annex.Above.TakeLast(40).Select(text => text.Text)));
        var boxes = annex.Rows.Count(row => row.Row.Places.Any(place => Box().IsMatch(place.Text)));
        return annex.Columns.Count(column => column == PlanColumn.Answer) >= 3 || boxes * 2 > annex.Rows.Count
            || (SurveyTitle().IsMatch(above) && annex.Columns.Contains(PlanColumn.Answer));
    }

    // Points reached, values of an index or ranks, in figures: not a set of criteria that somebody still has to fill in.
    private static bool IsResults(AnnexTable annex)
    {
        var named = Enumerable.Range(0, annex.Columns.Length).Where(c => Reached().IsMatch(VietnameseText.Fold(annex.Heads[c]))).ToList();
        var cells = named.SelectMany(c => annex.Rows.Select(row => row.Row.Places[c].Text.Trim())).Where(text => text.Length > 0).ToList();
        return cells.Count * 2 >= annex.Rows.Count && cells.Count > 0 && cells.Count(text => Figure().IsMatch(text)) * 10 >= cells.Count * 7;
    }

    private static bool IsAgencyList(AnnexTable annex)
    {
        if (annex.Columns.Contains(PlanColumn.Figure)) return false;
        return Enumerable.Range(0, annex.Columns.Length).Any(c =>
            annex.Rows.Count > 2 && annex.Rows.Count(row => AgencyNameSplitter.BeginsName(row.Row.Places[c].Text.Trim()) || Commune().IsMatch(row.Row.Places[c].Text.Trim())) * 10 >= annex.Rows.Count * 7);
    }

    private static double CodesShare(AnnexTable annex) =>
        Share(annex, row => Code().IsMatch(annex.Text(row, PlanColumn.Number).Trim()));

    private static double FiguresShare(AnnexTable annex)
    {
        var cells = annex.Rows.SelectMany(row => row.Row.Places.Skip(1)).Where(place => !place.IsBlank).ToList();
        return cells.Count == 0 ? 0 : cells.Count(place => Figure().IsMatch(place.Text.Trim())) / (double)cells.Count;
    }

    private static double Share(AnnexTable annex, Func<GridRow, bool> condition) =>
        annex.Rows.Count == 0 ? 0 : annex.Rows.Count(row => condition(row.Row)) / (double)annex.Rows.Count;

    [GeneratedRegex(@"^\d{1,2}(?:\.\d{1,3}){1,3}\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[-+]?\d[\d.,\s]*%?$", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b(?:xep hang|thu hang|hang nam|diem dat|diem dat duoc|diem tham dinh|diem tu cham|diem tu danh gia|diem danh gia|diem so|tong diem|ket qua (?:cham|dat|xep|chi so|danh gia)|gia tri chi so|chi so \d{4}|nam \d{4} \(?diem)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Reached();

    [GeneratedRegex(@"[☐□○❑⬜]|\[\s*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Box();

    [GeneratedRegex(@"phieu (?:khao sat|dieu tra|hoi|lay y kien|danh gia muc do hai long)", RegexOptions.CultureInvariant)]
    private static partial Regex SurveyTitle();

    [GeneratedRegex(@"^(?:UBND|Ủy ban nhân dân)?\s*(?:xã|phường|thị trấn|đặc khu|Xã|Phường|Thị trấn|Đặc khu|huyện|Huyện|thành phố|Thành phố)\s+\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Commune();
}
