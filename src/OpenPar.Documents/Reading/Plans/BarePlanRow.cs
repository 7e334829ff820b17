using System.Text.RegularExpressions;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>
/// Takes the lines of one row apart from their end: the time by its words, coordinating and lead agency by the words names
/// begin with, the product by its short lines, the rest is the task. Lines after a page break go on with the task.
/// </summary>
internal sealed partial class BarePlanRow(bool hasProduct, bool hasCoordinating)
{
    private const int LongestTime = 5;
    private const int LongestTimeText = 80;

    // The column of products is narrow; contents fill their lines.
    private const int ProductWidth = 22;

    public PlanDraft Read(BareBlock block, string file)
    {
        var draft = new PlanDraft(file, block.Place) { Section = block.Section, SectionTitle = block.SectionTitle };
        Put(draft, PlanColumn.Number, block.Number, block.Place);
        draft.Flag(PlanFlags.OrderOnly);
        var turned = block.Lines.FindIndex(1, line => line.NewPage);
        var (main, rest) = turned > 0 && Time(block.Lines[..turned]) is not null ? (block.Lines[..turned], block.Lines[turned..]) : (block.Lines, []);
        Main(draft, main);
        if (rest.Count == 0) return draft;
        Put(draft, PlanColumn.Task, string.Join('\n', rest.Select(line => line.Text)), rest[0].Place);
        draft.Flag(PlanFlags.JoinedPage(PlanDraft.WhereOf(rest[0].Place)));
        return draft;
    }

    private void Main(PlanDraft draft, List<BareLine> lines)
    {
        var left = lines;
        if (Time(lines) is { } time)
        {
            left = time.Before;
            Put(draft, PlanColumn.Deadline, time.Text, time.Place);
        }

        var coordinating = hasCoordinating ? LastName(left) : null;
        var lead = LastName(coordinating?.Before ?? left) ?? coordinating;
        if (ReferenceEquals(lead, coordinating)) coordinating = null;
        if (lead is not null)
        {
            left = lead.Before;
            Put(draft, PlanColumn.Lead, lead.Text, lead.Place);
        }

        if (coordinating is not null) Put(draft, PlanColumn.Coordinating, coordinating.Text, coordinating.Place);
        if (left.Count == 0) return;
        var product = hasProduct ? ProductStart(left) : left.Count;
        Put(draft, PlanColumn.Task, string.Join('\n', left[..product].Select(line => line.Text)), left[0].Place);
        if (product < left.Count) Put(draft, PlanColumn.Product, string.Join('\n', left[product..].Select(line => line.Text)), left[product].Place);
        else if (hasProduct) draft.Flag(PlanFlags.NoProduct);
    }

    private sealed record Part(string Text, Place Place, List<BareLine> Before);

    private static Part? Time(List<BareLine> lines)
    {
        for (var count = Math.Min(LongestTime, lines.Count - 1); count > 0; count--)
        {
            var text = VietnameseText.Clean(string.Join(' ', lines[^count..].Select(line => line.Text)));
            if (text.Length <= LongestTimeText && TimeStart().IsMatch(text) && Deadline.Read(text, 2000).Kind != DeadlineKind.Unknown) return new Part(text, lines[^count].Place, lines[..^count]);
        }

        if (lines.Count == 0 || InnerTime().Match(lines[^1].Text) is not { Success: true } inner) return null;
        return new Part(inner.Value.Trim(), lines[^1].Place, [.. lines[..^1], lines[^1] with { Text = lines[^1].Text[..inner.Index].Trim() }]);
    }

    // The last place where a name begins that nothing before it holds on to.
    private static Part? LastName(List<BareLine> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var starts = WordStart().Matches(lines[i].Text).Select(match => match.Index).Reverse();
            foreach (var start in starts)
            {
                var before = lines[i].Text[..start].TrimEnd();
                var previous = before.Length > 0 ? before : i > 0 ? lines[i - 1].Text.TrimEnd() : string.Empty;
                var text = string.Join('\n', lines.Skip(i).Select((line, at) => at == 0 ? line.Text[start..] : line.Text));
                if (!AgencyNameSplitter.BeginsName(VietnameseText.Clean(text)) || Held().IsMatch(previous) || Bare().IsMatch(text)) continue;
                List<BareLine> left = [.. lines[..i]];
                if (before.Length > 0) left.Add(lines[i] with { Text = before });
                return left.Count == 0 ? null : new Part(text, lines[i].Place, left);
            }
        }

        return null;
    }

    private static int ProductStart(List<BareLine> lines)
    {
        var first = lines.Count;
        while (first > 1 && lines[first - 1].Text.Length <= ProductWidth) first--;
        while (first < lines.Count && !ProductLine().IsMatch(lines[first].Text)) first++;
        return first;
    }

    private static void Put(PlanDraft draft, PlanColumn column, string text, Place place) =>
        draft.Take(column, new Cell(0, 0, 1, 1, text, place), "\n");

    [GeneratedRegex(@"^(?:Thường xuyên|Năm|Tháng|Quý|Hàng|Hằng|Định kỳ|Theo|Khi|Ngay|Ngày|Trước|Sau|Từ|Đến|Trong|Chậm nhất|Cả năm|Cuối|Đầu|Hoàn thành|Liên tục|Giai đoạn|Mỗi|\d{1,2}/|\d{1,2} tháng)(?:[\s;,.]|$|\d)", RegexOptions.CultureInvariant)]
    private static partial Regex TimeStart();

    [GeneratedRegex(@"(?<=\S\s+)(?:Thường xuyên|Năm \d{4}|Tháng \d{1,2}/\d{4}|Quý [IV\d]+\s*/\s*\d{4}|Hàng (?:năm|quý|tháng)|Định kỳ\b.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex InnerTime();

    [GeneratedRegex(@"(?<=^|\s)\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();

    // What stands before holds on to the name: "Thanh tra | Sở", "thuộc | Sở", a comma.
    [GeneratedRegex(@"(?:[,;/&(]|(?:^|\s)(?:và|thuộc|của|do|cho|tại|với|từ|trên|theo|ban hành|[Pp]hòng|VP|[Tt]ra|đạo|đốc|tịch|viên|lý|chuyên môn|cấp|các|Các))$", RegexOptions.CultureInvariant)]
    private static partial Regex Held();

    [GeneratedRegex(@"^(?:Sở|UBND|HĐND|Thuế|Bộ|Ban)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^\s*(?:[-–+]\s*)?\p{Lu}\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex ProductLine();
}
