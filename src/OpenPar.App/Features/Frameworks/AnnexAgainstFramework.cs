using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Holds an annex against the framework it is meant for: codes too many, leaves too few, titles of another set.</summary>
public static class AnnexAgainstFramework
{
    // Two prints of one title differ in letters ("tiêu chí" / "tiểu chí"); titles of two criteria share hardly half.
    private const double SameTitle = 0.6;

    public static IReadOnlyList<Finding> Check(Annex annex, Framework framework)
    {
        ArgumentNullException.ThrowIfNull(annex);
        ArgumentNullException.ThrowIfNull(framework);
        var rows = annex.Rows.DistinctBy(r => r.Code).ToList();
        var strange = rows.Where(r => framework.Find(r.Code) is null).ToList();
        var other = rows.Where(r => framework.Find(r.Code) is { } c && TextLikeness.Of(VietnameseText.Fold(c.Title), VietnameseText.Fold(r.Title)) < SameTitle).ToList();
        if (strange.Count + other.Count > rows.Count / 2) return [WrongFramework(rows[0].Source.File, framework, strange.Count, other.Count, rows.Count)];

        var missing = framework.Leaves.Where(leaf => !rows.Exists(r => r.Code == leaf.Code));
        return [
            .. strange.Select(row => Finding.Warning(Where(row),
                new LocalText($"Dòng {row.Code} không có trong bộ chỉ số {framework.Id}.", $"Row {row.Code} is not in framework {framework.Id}."),
                new LocalText("Dòng này sẽ được bỏ qua khi chấp nhận; kiểm tra số thứ tự trong tệp.", "The row is left out on acceptance; check its number in the file."))),
            .. other.Select(row => Finding.Warning(Where(row),
                new LocalText($"Tên dòng {row.Code} trong tệp khác tên trong bộ chỉ số: “{row.Title}” / “{framework.Find(row.Code)!.Title}”.", $"The title of row {row.Code} differs from the framework's: “{row.Title}” / “{framework.Find(row.Code)!.Title}”."),
                new LocalText("Xem dòng này trước khi chấp nhận.", "Look at this row before accepting."))),
            .. missing.Select(leaf => Finding.Warning(rows[0].Source.File,
                new LocalText($"Tệp thiếu tiêu chí {leaf.Code} “{leaf.Title}”.", $"The file lacks criterion {leaf.Code} “{leaf.Title}”."),
                new LocalText("Phân công tiêu chí này ở trang phân công sau khi chấp nhận.", "Assign it on the assignment page after accepting."))),
        ];
    }

    private static Finding WrongFramework(string file, Framework framework, int strange, int other, int rows) => Finding.Error(file,
        new LocalText(
            $"Tệp không khớp bộ chỉ số {framework.Id}: {strange} dòng không có trong bộ và {other} dòng khác tên, trên {rows} dòng.",
            $"The file does not fit framework {framework.Id}: {strange} rows are not in it and {other} have other titles, of {rows} rows."),
        new LocalText("Chọn đúng bộ chỉ số mà phụ lục phân công rồi nhập lại.", "Choose the framework the annex assigns and import again."));

    private static string Where(AnnexRow row) => $"{row.Source.File}, dòng {row.Source.Line}";
}
