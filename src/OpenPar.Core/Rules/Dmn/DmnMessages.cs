using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn;

/// <summary>The sentences by which models and their evaluation explain themselves.</summary>
internal static class DmnMessages
{
    public static LocalText CannotRun(string what) => new($"Không chạy được: {what}.", $"This cannot be run: {what}.");

    public static LocalText Broken(string text) => new($"Biểu thức sai cú pháp: {Short(text)}", $"The expression cannot be read: {Short(text)}");

    public static LocalText NotOfType(string type, string value) =>
        new($"Giá trị {Short(value)} không thuộc kiểu “{type}”.", $"The value {Short(value)} is not of the type “{type}”.");

    public static LocalText NotAllowed(string type, string value) =>
        new($"Giá trị {Short(value)} nằm ngoài các giá trị cho phép của “{type}”.", $"The value {Short(value)} is not among the allowed values of “{type}”.");

    public static LocalText ForeignFunction(string language) =>
        new($"Hàm viết bằng {language} không được hỗ trợ.", $"Functions written in {language} are not supported.");

    public static LocalText NotAFunction(string text) => new($"“{Short(text)}” không phải là hàm.", $"“{Short(text)}” is not a function.");

    public static LocalText NotAList { get; } = new("Nguồn duyệt không phải là danh sách.", "What is iterated over is not a list.");

    public static LocalText NotABoolean { get; } = new("Điều kiện không cho kết quả đúng hoặc sai.", "The condition is neither true nor false.");

    public static LocalText NoRule { get; } = new("Không luật nào của bảng khớp và không có kết quả mặc định.", "No rule of the table matches and there is no default.");

    public static LocalText SeveralRules(IEnumerable<int> rules)
    {
        var list = string.Join(", ", rules);
        return new($"Nhiều luật cùng khớp (luật {list}) trong bảng chỉ cho phép một.", $"Several rules match ({list}) in a table that allows one.");
    }

    public static LocalText DifferentAnswers(IEnumerable<int> rules)
    {
        var list = string.Join(", ", rules);
        return new($"Các luật cùng khớp (luật {list}) cho kết quả khác nhau.", $"The matching rules ({list}) answer differently.");
    }

    public static LocalText NoLogic(string name) => new($"“{name}” không nêu cách tính.", $"“{name}” does not say how it is worked out.");

    public static LocalText Cycle(string name) => new($"“{name}” phụ thuộc vòng vào chính nó.", $"“{name}” depends on itself.");

    /// <summary>What a message can show of a text.</summary>
    public static string Short(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");
}
