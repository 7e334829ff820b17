using System.Globalization;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks.Versions;

/// <summary>The reasons of proposals in words.</summary>
internal sealed class MappingReasons(TreeSide from, TreeSide to, Pairing pairing)
{
    private readonly TitleLikeness words = pairing.Likeness.Words;

    public IEnumerable<LocalText> OfPair(int i, int j, MappingRelation relation)
    {
        var (left, right) = (from.Rows[i], to.Rows[j]);
        yield return OfTitles(left, right);
        if (relation == MappingRelation.Wider) yield return OfWords("Tên mới thêm", "The title adds", left.Title, right.Title, TextChange.Added);
        if (relation == MappingRelation.Narrower) yield return OfWords("Tên mới bớt", "The title leaves out", left.Title, right.Title, TextChange.Removed);
        yield return left.Code == right.Code ? new($"Vẫn là số {left.Code}.", $"Still number {left.Code}.") : new($"Đổi số từ {left.Code} thành {right.Code}.", $"Number {left.Code} became {right.Code}.");
        if (OfParents(i, j) is { } parents) yield return parents;
        if (OfLeaves(i, j) is { } leaves) yield return leaves;
        if (left.MaxPoints is { } before && right.MaxPoints is { } after)
        {
            var (x, y) = (NumberText.Write(before), NumberText.Write(after));
            yield return before == after ? new($"Điểm tối đa giữ nguyên {x}.", $"The maximum stays {x}.") : new($"Điểm tối đa đổi từ {x} thành {y}.", $"The maximum changed from {x} to {y}.");
        }

        if (left.RuleText is { } rule && right.RuleText is { } other)
        {
            var alike = Percent(words.Of(rule, other));
            yield return new($"Cách tính điểm giống {alike}.", $"The scoring texts are {alike} alike.");
        }
    }

    public IEnumerable<LocalText> OfGroup(RowGroup group)
    {
        var split = group.To.Count > 1;
        var (one, many) = split ? (from.Rows[group.From[0]], group.To.Select(j => to.Rows[j])) : (to.Rows[group.To[0]], group.From.Select(i => from.Rows[i]));
        var parts = string.Join(", ", many.Select(row => row.Code));
        yield return (group.Reason, split) switch
        {
            (GroupReason.LevelAdded, true) => new($"Dòng cũ {one.Code} được chấm trực tiếp; bộ mới chia nhỏ thành {parts}.", $"The older row {one.Code} was scored itself; the newer set divides it into {parts}."),
            (GroupReason.LevelAdded, false) => new($"Bộ cũ chia nhỏ thành {parts}; bộ mới chấm trực tiếp dòng {one.Code}.", $"The older set divided it into {parts}; the newer one scores row {one.Code} itself."),
            (_, true) => new($"Tên dòng cũ {one.Code} nói cả nội dung của {parts}.", $"The title of the older row {one.Code} speaks of {parts} together."),
            _ => new($"Tên dòng mới {one.Code} nói cả nội dung của {parts}.", $"The title of the newer row {one.Code} speaks of {parts} together."),
        };
        yield return OfTitles(from.Rows[group.From[0]], to.Rows[group.To[0]]);
    }

    /// <summary>Why a row stands alone: the most alike row of the other side, and what became of that one.</summary>
    public static LocalText OfLonely(Criterion? nearest, double likeness, CriterionCode? taken, bool isNew)
    {
        if (nearest is null || likeness < 0.2)
            return isNew ? new("Không có dòng cũ nào có tên gần giống.", "No older row has a title like it.") : new("Không có dòng mới nào có tên gần giống.", "No newer row has a title like it.");
        var (alike, side) = (Percent(likeness), isNew ? new LocalText("cũ", "older") : new LocalText("mới", "newer"));
        return taken is null
            ? new($"Dòng {side.Vi} gần nhất là {nearest.Code}, chỉ giống {alike}.", $"The nearest {side.En} row is {nearest.Code}, only {alike} alike.")
            : new($"Dòng {side.Vi} gần nhất là {nearest.Code} (giống {alike}), nhưng dòng đó hợp với {taken} hơn.", $"The nearest {side.En} row is {nearest.Code} ({alike} alike), which fits {taken} better.");
    }

    private LocalText OfTitles(Criterion left, Criterion right)
    {
        if (VietnameseText.Clean(left.Title) == VietnameseText.Clean(right.Title)) return new("Tên giống hệt.", "The titles are the same.");
        if (words.SameWords(left.Title, right.Title)) return new("Tên giống nhau khi viết đủ chữ viết tắt.", "The titles are the same with abbreviations written out.");
        var alike = Percent(words.Of(left.Title, right.Title));
        return new($"Tên giống {alike}.", $"The titles are {alike} alike.");
    }

    private static LocalText OfWords(string vi, string en, string older, string newer, TextChange change)
    {
        var told = string.Join("”, “", WordDiff.Between(older, newer).Where(run => run.Change == change).Select(run => run.Text.Trim(' ', ',', ';')).Where(text => text.Length > 0));
        return new($"{vi}: “{told}”.", $"{en}: “{told}”.");
    }

    private LocalText? OfParents(int i, int j)
    {
        var (above, below) = (from.Parent[i], to.Parent[j]);
        if (above < 0 || below < 0) return null;
        var (a, b) = (from.Rows[above].Code, to.Rows[below].Code);
        return pairing.Together(above, below)
            ? new($"Cấp trên tương ứng với nhau ({a} và {b}).", $"The rows above are counterparts ({a} and {b}).")
            : new($"Cấp trên khác: {a} trong bộ cũ, {b} trong bộ mới.", $"Other rows stand above: {a} in the older set, {b} in the newer.");
    }

    private LocalText? OfLeaves(int i, int j)
    {
        var (a, b) = (from.LeavesOf[i], to.LeavesOf[j]);
        if (a.Length == 0 || b.Length == 0) return null;
        var met = a.Count(leaf => b.Contains(pairing.PartnerOfFrom[leaf]));
        return new($"{met} trong {a.Length} dòng chấm điểm bên dưới tiếp tục bên dưới dòng mới.", $"{met} of the {a.Length} scored rows below continue below the newer row.");
    }

    private static string Percent(double value) => Math.Floor(100 * value).ToString(CultureInfo.InvariantCulture) + "%";
}
