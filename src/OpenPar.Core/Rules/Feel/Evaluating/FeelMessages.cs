using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Every sentence the engine says, in one place.</summary>
internal static class FeelMessages
{
    public static LocalText UnclosedString { get; } = new("Chuỗi ký tự chưa đóng ngoặc kép.", "The string is not closed by a quotation mark.");

    public static LocalText UnclosedComment { get; } = new("Chú thích /* chưa đóng bằng */.", "The comment /* is not closed by */.");

    public static LocalText TooDeep { get; } = new("Biểu thức lồng nhau quá sâu.", "The expression is nested too deeply.");

    public static LocalText TooLarge { get; } = new("Danh sách hoặc ngữ cảnh quá lớn.", "The list or context is too large.");

    public static LocalText Empty { get; } = new("Biểu thức trống.", "The expression is empty.");

    public static LocalText DivisionByZero { get; } = new("Chia cho 0.", "Division by zero.");

    public static LocalText OutOfRange { get; } = new("Kết quả vượt quá phạm vi số.", "The result is beyond the range of numbers.");

    public static LocalText DateOutOfRange { get; } = new("Kết quả vượt quá phạm vi ngày tháng.", "The result is beyond the range of dates.");

    public static LocalText DuplicateKey { get; } = new("Ngữ cảnh có hai mục trùng tên.", "The context has two entries of the same name.");

    public static LocalText NotAFunction { get; } = new("Giá trị được gọi không phải là hàm.", "What is called is not a function.");

    public static LocalText External { get; } = new("Hàm ngoài (Java, PMML) không được hỗ trợ.", "External functions (Java, PMML) are not supported.");

    public static LocalText NoClock { get; } = new("Lần tính này không có đồng hồ nên now() và today() không có giá trị.", "This run has no clock, so now() and today() have no value.");

    public static LocalText BadRange { get; } = new("Hai đầu của khoảng không so sánh được với nhau.", "The ends of the range cannot be compared with each other.");

    public static LocalText BadIteration { get; } = new("Không duyệt được qua giá trị này.", "This value cannot be iterated over.");

    public static LocalText BadFilter { get; } = new("Điều kiện lọc phải là đúng/sai hoặc số thứ tự.", "A filter must be a condition or a position.");

    public static LocalText NoPosition(int position, int count) => new($"Không có phần tử thứ {position} trong danh sách {count} phần tử.", $"There is no item {position} in a list of {count}.");

    public static LocalText ListTooLong(int most) => new($"Danh sách vượt quá {most} phần tử.", $"The list has more than {most} items.");

    public static LocalText StringTooLong(int most) => new($"Chuỗi vượt quá {most} ký tự.", $"The string has more than {most} characters.");

    public static LocalText TooManySteps(int most) => new($"Biểu thức tính quá {most} bước nên bị dừng.", $"The expression took more than {most} steps and was stopped.");

    public static LocalText TextTooLong(int most) => new($"Biểu thức dài quá {most} ký tự.", $"The expression is longer than {most} characters.");

    public static LocalText Unexpected(string found) => new($"Không hiểu “{found}” ở vị trí này.", $"“{found}” is not understood here.");

    public static LocalText UnexpectedEnd { get; } = new("Biểu thức kết thúc khi chưa đủ ý.", "The expression ends too early.");

    public static LocalText Expected(string wanted, string found) =>
        new($"Ở đây cần “{wanted}” nhưng gặp “{found}”.", $"“{wanted}” is expected here, but “{found}” was found.");

    public static LocalText ExpectedName(string found) => new($"Ở đây cần một tên nhưng gặp “{found}”.", $"A name is expected here, but “{found}” was found.");

    public static LocalText UnknownType(string name) => new($"Không có kiểu dữ liệu “{name}”.", $"There is no type “{name}”.");

    public static LocalText BadLiteral(string text) => new($"“{text}” không phải là ngày, giờ hay khoảng thời gian.", $"“{text}” is no date, time or duration.");

    public static LocalText UnknownName(string name) => new($"Không có tên “{name}”.", $"There is no name “{name}”.");

    public static LocalText NoMember(string name, object? owner) =>
        new($"“{name}” không có trong {Vi(owner)}.", $"There is no “{name}” in {En(owner)}.");

    public static LocalText Operands(string sign, object? left, object? right) =>
        new($"Không tính được: {Vi(left)} {sign} {Vi(right)}.", $"This has no meaning: {En(left)} {sign} {En(right)}.");

    public static LocalText ArgumentCount(int wanted, int given) => new($"Hàm cần {wanted} đối số nhưng nhận {given}.", $"The function takes {wanted} arguments, not {given}.");

    public static LocalText ArgumentType(FeelParameter parameter) =>
        new($"Đối số “{parameter.Name}” phải là {FeelTypeWords.Vi(parameter.Type)}.", $"The argument “{parameter.Name}” must be of type {parameter.Type.Name}.");

    public static LocalText ResultType(FeelType type) => new($"Kết quả phải là {FeelTypeWords.Vi(type)}.", $"The result must be of type {type.Name}.");

    public static LocalText UnknownParameter(string name) => new($"Hàm không có tham số “{name}”, hoặc tham số này đã được cho.", $"The function has no parameter “{name}”, or it was given twice.");

    public static LocalText MissingParameter(string name) => new($"Thiếu đối số “{name}”.", $"The argument “{name}” is missing.");

    public static LocalText NoSuchCall(string name) => new($"Hàm {name} không nhận các đối số này.", $"The function {name} does not take these arguments.");

    public static LocalText NoValue(string name) => new($"Hàm {name} không cho giá trị với các đối số này.", $"The function {name} has no value for these arguments.");

    private static string Vi(object? value) => FeelTypeWords.Vi(FeelType.Of(value));

    private static string En(object? value) => FeelTypeWords.En(FeelType.Of(value));
}
