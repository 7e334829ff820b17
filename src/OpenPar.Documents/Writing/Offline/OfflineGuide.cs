using OpenPar.Core.Papers;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Documents.Writing.Xlsx;

namespace OpenPar.Documents.Writing.Offline;

/// <summary>The sheet that says how to fill the form.</summary>
internal static class OfflineGuide
{
    private static readonly (string Head, string[] Lines)[] Parts =
    [
        ("Điền phiếu",
        [
            "Chỉ nhập vào các ô có màu ở cột “Nhập ở đây”. Ô màu vàng còn trống và cần nhập; ô màu xanh đã nhập hoặc là ô giải trình. Các ô khác đã khóa, không có mật khẩu.",
            "Bấm phím Tab để sang ô nhập tiếp theo. Chọn một ô sẽ hiện yêu cầu của ô đó.",
            "Số liệu: ghi số, không ghi đơn vị. Dấu phẩy hay dấu chấm thập phân đều được, theo cài đặt của máy. Tỷ lệ ghi từ 0 đến 100: 85,5 % thì ghi 85,5.",
            "Ngày: ghi ngày/tháng/năm, ví dụ 25/11/2025. Ô ngày nhận đúng chữ đã gõ nên máy không tự đổi ngày và tháng.",
            "Phương án: chọn trong danh sách (mũi tên bên phải ô, hoặc Alt+↓).",
            "Giải trình: Alt+Enter để xuống dòng. Có thể kéo cho hàng cao hơn để đọc hết.",
            "Ô chuyển màu đỏ khi số liệu lớn hơn số liệu không được vượt quá.",
        ]),
        ("Điều cần biết",
        [
            "Điểm do hệ thống tính lại từ số liệu khi tải lên; cột “Điểm tự chấm hiện có” là điểm lúc lấy tệp ra.",
            "Tài liệu kiểm chứng không nằm trong tệp: hãy đính kèm trên hệ thống.",
            "Ô để trống khi tải lên được hiểu là xóa nội dung đang lưu của ô đó; hệ thống cho xem trước khi lưu. Dòng bị xóa khỏi tệp thì giữ nguyên nội dung đang lưu.",
            "Có thể chép dán từ tệp khác: nên dán giá trị (Paste Special › Values) để giữ kiểm tra của ô.",
        ]),
        ("Tải lên",
        [
            "Lưu tệp dạng .xlsx (Excel 2010 trở lên hoặc LibreOffice), tên tệp tùy ý, không đặt mật khẩu.",
            "Mở đúng phiếu của đơn vị trên hệ thống rồi tải tệp lên. Hệ thống so sánh từng ô và cho xem khác biệt trước khi lưu.",
            "Nếu trong lúc đó có người sửa trên hệ thống, hai nội dung được đặt cạnh nhau để chọn; không có gì bị ghi đè.",
            "Không xóa các trang tính và cột bị ẩn: chúng cho biết tệp thuộc phiếu nào. Nếu tệp hỏng, hãy lấy phiếu mới và chép nội dung sang.",
        ]),
    ];

    public static Sheet Build(OfflineSheet sheet, PaperTrace trace)
    {
        var draft = new SheetDraft(5, 125).AddMark(trace).AddAcross("HƯỚNG DẪN ĐIỀN PHIẾU NGOẠI TUYẾN", Looks.Title)
            .AddAcross($"{sheet.Unit}. {sheet.Round}.", Looks.Slanted).Add();
        var number = 0;
        foreach (var (head, lines) in Parts)
        {
            draft.AddAcross(head, new CellLook { Bold = true, Points = 13 });
            foreach (var line in lines)
                draft.Add(Cell.Of($"{++number}.", new CellLook { Points = 12, Align = CellAlign.Right }), Cell.Of(line, new CellLook { Points = 12 }));
            draft.Add();
        }

        draft.Add(Cell.Of("", new CellLook { Ruled = true, Ground = OfflineLooks.Missing }), Cell.Of("Còn trống, cần nhập", new CellLook { Points = 12 }))
            .Add(Cell.Of("", new CellLook { Ruled = true, Ground = OfflineLooks.Open }), Cell.Of("Đã nhập, hoặc ô giải trình", new CellLook { Points = 12 }))
            .Add(Cell.Of("", new CellLook { Ruled = true, Ground = OfflineLooks.Exceeding }), Cell.Of("Lớn hơn số liệu không được vượt quá", new CellLook { Points = 12 }))
            .Add(Cell.Of("", OfflineLooks.Closed), Cell.Of("Khóa: hệ thống mang số liệu đến, hoặc dòng không nhận sửa đổi", new CellLook { Points = 12 }));
        return draft.Build("Hướng dẫn") with { Protected = true, OnePage = true };
    }
}
