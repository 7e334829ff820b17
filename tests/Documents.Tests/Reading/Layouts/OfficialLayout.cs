using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace OpenPar.Documents.Tests.Reading.Layouts;

/// <summary>One criterion of the official set as its shared data give it.</summary>
internal sealed record OfficialRow(string Code, string Title, decimal Points, string? Rule, bool Survey);

/// <summary>The official set drawn in the ways offices draw such tables.</summary>
internal static class OfficialLayout
{
    private const string Full = "td,th{border:.75pt solid #000}";
    private const string Open = Full + "td:first-child,th:first-child{border-left:none}td:last-child,th:last-child{border-right:none}";
    private const string Level = "td,th{border-top:.75pt solid #000;border-bottom:.75pt solid #000}";

    public static IReadOnlyList<OfficialRow> Rows()
    {
        using var known = JsonDocument.Parse(File.ReadAllText(Shared.File("data/par-index-1187.json")));
        return [.. known.RootElement.GetProperty("criteria").EnumerateArray().Select(row => new OfficialRow(row.GetProperty("code").GetString()!, row.GetProperty("title").GetString()!,
            row.GetProperty("maxPoints").GetDecimal(), row.GetProperty("ruleText").GetString(), row.TryGetProperty("method", out _)))];
    }

    /// <summary>The page of a layout by its name.</summary>
    public static string Html(string layout, IReadOnlyList<OfficialRow> rows) => layout switch
    {
        "rule column, upright, borders" => Page(Full, false, Table(rows, column: true)),
        "rule rows, landscape, open sides" => Page(Open, true, Table(rows, column: false)),
        "rule rows, level rules only" => Page(Level, true, Table(rows, column: false)),
        "rule column, no rules" => Page("td,th{border:none}", true, Table(rows, column: true)),
        "no header" => Page(Full, true, Table(rows, column: false, header: false)),
        "three tables" => Page(Full, true, $"{Heading("BẢNG 1. CHỈ SỐ CẤP BỘ")}{Table([.. rows.Where(row => row.Code[0] <= '3')], column: false)}{Heading("BẢNG 2. CHỈ SỐ CẤP TỈNH")}{Table(rows, column: false)}"
            + $"{Heading("BẢNG 3. TÀI LIỆU")}<table><tr><th>STT</th><th>Tên tài liệu</th><th>Số lượng</th></tr><tr><td>1</td><td>Kế hoạch</td><td>1</td></tr><tr><td>2</td><td>Báo cáo</td><td>4</td></tr></table>"),
        _ => throw new ArgumentOutOfRangeException(nameof(layout)),
    };

    private static string Page(string borders, bool landscape, string body) =>
        $$$"""
        <!DOCTYPE html><html lang="vi"><meta charset="utf-8"><style>@page{size:A4 {{{(landscape ? "landscape" : "portrait")}}};margin:20mm 15mm;@bottom-center{content:counter(page)} }
        body{font:12pt "Times New Roman","Liberation Serif"}table{border-collapse:collapse;width:100%}td,th{padding:2pt 4pt;vertical-align:top}{{{borders}}}</style>
        <body><p><b>CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CẤP TỈNH</b></p>{{{body}}}<p>Nơi nhận:<br>- Như trên;<br>- Lưu: VT.</p></body></html>
        """;

    private static string Heading(string text) => $"<p><b>{text}</b></p>";

    private static string Table(IReadOnlyList<OfficialRow> rows, bool column, bool header = true)
    {
        string[] heads = column ? ["TT|7", "Lĩnh vực, tiêu chí|30", "Điểm tối đa|8", "Cách tính điểm|42", "Ghi chú|13"] : ["STT|8", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần|66", "Điểm tối đa|10", "Ghi chú|16"];
        var html = new StringBuilder("<table>");
        if (header) html.Append("<thead><tr>").AppendJoin("", heads.Select(head => head.Split('|')).Select(head => $"<th style=\"width:{head[1]}%\">{head[0]}</th>")).Append("</tr></thead>");
        foreach (var row in rows)
        {
            var rule = (row.Rule ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(WebUtility.HtmlEncode).ToList();
            var note = row.Survey ? "ĐTXHH" : "";
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{row.Code}</td><td>{WebUtility.HtmlEncode(row.Title)}</td><td>{row.Points:0.00}</td>");
            html.Append(column ? $"<td>{string.Join("<br>", rule)}</td><td>{note}</td></tr>" : $"<td>{note}</td></tr>");
            if (!column) html.AppendJoin("", rule.Select(line => $"<tr><td></td><td>{line}</td><td></td><td></td></tr>"));
        }

        return html.Append("</table>").ToString();
    }
}
