using OpenPar.Core.Plans;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>What a column of a plan is for.</summary>
internal enum PlanColumn
{
    Other,
    Number,
    Criterion,
    Objective,
    Task,
    Activity,
    Product,
    Lead,
    Coordinating,
    Deadline,
    Budget,
    Requirement,
    Evidence,
    MaxPoints,
    RuleText,
    Agency,
    Figure,
    Answer,
    Note,
}

/// <summary>Reads what columns are for from their heads: words without accents, piece by piece ("Mục tiêu/Chỉ tiêu").</summary>
internal static class PlanColumns
{
    // Tried in this order: "Thời gian thực hiện" is a time, "Cơ quan chủ trì, phối hợp" a lead.
    private static readonly (PlanColumn Column, string[] Words)[] Known =
    [
        (PlanColumn.RuleText, ["cach tinh diem", "cach cham diem", "phuong phap tinh diem", "thang diem danh gia"]),
        (PlanColumn.MaxPoints, ["diem toi da", "diem chuan", "thang diem"]),
        (PlanColumn.Evidence, ["kiem chung", "minh chung", "tai lieu chung minh"]),
        (PlanColumn.Deadline, ["thoi gian", "thoi han", "thoi diem", "tien do", "han hoan thanh", "ngay hoan thanh", "lo trinh", "hoan thanh truoc"]),
        (PlanColumn.Budget, ["kinh phi", "du toan", "nguon luc", "ngan sach"]),
        (PlanColumn.Lead, ["chu tri", "co quan thuc hien", "don vi thuc hien", "bo phan thuc hien", "trach nhiem", "tham muu", "phu trach"]),
        (PlanColumn.Coordinating, ["phoi hop"]),
        (PlanColumn.Product, ["san pham", "dau ra", "ket qua"]),
        (PlanColumn.Requirement, ["yeu cau"]),
        (PlanColumn.Lead, ["phan cong"]),
        (PlanColumn.Activity, ["hoat dong", "giai phap", "bien phap"]),
        (PlanColumn.Task, ["nhiem vu", "noi dung", "cong viec"]),
        (PlanColumn.Answer, ["hai long", "tra loi", "lua chon", "phuong an tra loi", "cau hoi"]),
        (PlanColumn.Figure, ["so luong", "ty le", "ti le", "tong so", "so lieu", "thong ke"]),
        (PlanColumn.Agency, ["ten co quan", "ten don vi", "co quan", "don vi", "to chuc"]),
        (PlanColumn.Note, ["ghi chu"]),
    ];

    /// <summary>What a column is for, from all its header cells joined.</summary>
    public static PlanColumn Of(string head)
    {
        if (TableHeader.IsNumberHead(head)) return PlanColumn.Number;
        var pieces = head.Split('/', ',', ';', '(', ')', '\n').Select(piece => VietnameseText.Fold(piece)).Where(piece => piece.Length > 0).ToList();
        // "chỉ tiêu" and "tiêu chí" fold into each other when pieces are not kept apart.
        if (pieces.Exists(piece => Bare(piece).StartsWith("tieu chi", StringComparison.Ordinal) || Bare(piece).StartsWith("ten tieu chi", StringComparison.Ordinal) || Bare(piece) is "chi so" or "ten chi so" or "chi so noi dung" or "chi so thanh phan" or "noi dung chi so")) return PlanColumn.Criterion;
        if (pieces.Exists(piece => Bare(piece).StartsWith("muc tieu", StringComparison.Ordinal) || Bare(piece).StartsWith("chi tieu", StringComparison.Ordinal))) return PlanColumn.Objective;
        if (TableHeader.IsCoordinating(head)) return PlanColumn.Coordinating;
        foreach (var (column, words) in Known)
        {
            if (pieces.Exists(piece => words.Any(word => HasWord(piece, word)))) return column;
        }

        return PlanColumn.Other;
    }

    /// <summary>Columns by their heads; each purpose is given once, a second task column holds activities.</summary>
    public static PlanColumn[] Map(IReadOnlyList<string> heads)
    {
        var columns = heads.Select(Of).ToArray();
        var given = new HashSet<PlanColumn>();
        for (var c = 0; c < columns.Length; c++)
        {
            if (columns[c] is PlanColumn.Other or PlanColumn.Figure or PlanColumn.Answer || given.Add(columns[c])) continue;
            columns[c] = columns[c] == PlanColumn.Task && given.Add(PlanColumn.Activity) ? PlanColumn.Activity : PlanColumn.Other;
        }

        return columns;
    }

    /// <summary>Columns as a chosen kind needs them: in an improvement plan the column of tasks holds the criteria, elsewhere the other way round.</summary>
    public static PlanColumn[] For(PlanKind kind, PlanColumn[] columns)
    {
        var (from, to) = kind == PlanKind.Improvement ? (PlanColumn.Task, PlanColumn.Criterion) : (PlanColumn.Criterion, PlanColumn.Task);
        return columns.Contains(to) ? columns : [.. columns.Select(column => column == from ? to : column)];
    }

    /// <summary>How a column is called on screen.</summary>
    public static string Name(PlanColumn column) => column switch
    {
        PlanColumn.Number => "Số thứ tự",
        PlanColumn.Criterion => "Tiêu chí",
        PlanColumn.Objective => "Mục tiêu",
        PlanColumn.Task => "Nhiệm vụ",
        PlanColumn.Activity => "Hoạt động",
        PlanColumn.Product => "Sản phẩm",
        PlanColumn.Lead => "Chủ trì",
        PlanColumn.Coordinating => "Phối hợp",
        PlanColumn.Deadline => "Thời gian",
        PlanColumn.Budget => "Kinh phí",
        PlanColumn.Requirement => "Yêu cầu",
        PlanColumn.Evidence => "Tài liệu kiểm chứng",
        PlanColumn.MaxPoints => "Điểm tối đa",
        PlanColumn.RuleText => "Cách tính điểm",
        PlanColumn.Agency => "Cơ quan",
        PlanColumn.Figure => "Số liệu",
        PlanColumn.Answer => "Câu trả lời",
        PlanColumn.Note => "Ghi chú",
        _ => "Cột khác",
    };

    private static string Bare(string piece) => piece.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ');

    private static bool HasWord(string piece, string word) => $" {piece} ".Contains($" {word} ", StringComparison.Ordinal);
}
