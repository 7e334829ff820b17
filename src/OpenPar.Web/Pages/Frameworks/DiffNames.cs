using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Core.Text;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>The words for what frameworks differ in.</summary>
internal static class DiffNames
{
    public static LocalText Of(ShowFrameworkDiff.Kind kind) => kind switch
    {
        ShowFrameworkDiff.Kind.Added => new("Thêm mới", "Added"),
        ShowFrameworkDiff.Kind.Removed => new("Bỏ", "Removed"),
        ShowFrameworkDiff.Kind.Regrouped => new("Tách, gộp", "Split, merged"),
        ShowFrameworkDiff.Kind.Moved => new("Đổi số hoặc vị trí", "Moved"),
        ShowFrameworkDiff.Kind.Renamed => new("Đổi tên", "Renamed"),
        ShowFrameworkDiff.Kind.Points => new("Đổi điểm tối đa", "Maximum changed"),
        ShowFrameworkDiff.Kind.Method => new("Đổi hình thức đánh giá", "Method changed"),
        ShowFrameworkDiff.Kind.Texts => new("Đổi cách chấm, hướng dẫn, tài liệu", "Texts changed"),
        ShowFrameworkDiff.Kind.Rule => new("Đổi quy tắc tính", "Rule changed"),
        _ => new("Mọi thay đổi", "All changes"),
    };

    public static LocalText Of(DiffField field) => field switch
    {
        DiffField.Title => new("Tên", "Title"),
        DiffField.Place => new("Số", "Number"),
        DiffField.MaxPoints => new("Điểm tối đa", "Maximum"),
        DiffField.Method => new("Hình thức đánh giá", "Method"),
        DiffField.RuleText => new("Cách chấm", "Scoring text"),
        DiffField.Guidance => new("Hướng dẫn", "Guidance"),
        DiffField.Evidence => new("Tài liệu kiểm chứng", "Evidence"),
        _ => new("Quy tắc tính", "Rule"),
    };
}
