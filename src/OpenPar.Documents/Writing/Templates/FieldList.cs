using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Xlsx;

namespace OpenPar.Documents.Writing.Templates;

/// <summary>The fields of a kind of paper as an Excel file: name, meaning, whether it must be there, an example.</summary>
public static class FieldList
{
    /// <summary>Writes the list.</summary>
    public static void Write(PaperKind kind, Stream target)
    {
        var form = PaperForm.Of(kind);
        var name = PaperKinds.NameOf(kind).Vi;
        var properties = new PaperProperties($"Danh sách trường: {name}", name, "OpenPAR", "", new DateOnly(2026, 1, 1));
        WorkbookWriter.Write(new Workbook([Fields(form, name), Lists(form, name)], properties), target);
    }

    private static Sheet Fields(PaperForm form, string name)
    {
        var draft = new SheetDraft(34, 44, 12, 60).AddAcross($"TRƯỜNG CỦA MẪU: {PaperText.Capitals(name)}", Looks.Title)
            .Add(Heads("Viết trong mẫu", "Nội dung", "Bắt buộc", "Ví dụ"));
        foreach (var field in form.Fields)
            draft.Add(Text($"{{{{{field.Name}}}}}"), Text(field.Label), Text(PaperForm.IsRequired(field.Name) ? "có" : ""), Text(field.Text));
        return draft.Build("Trường") with { FrozenRows = 2, PrintTitles = (2, 2) };
    }

    private static Sheet Lists(PaperForm form, string name)
    {
        var draft = new SheetDraft(34, 44, 44, 12).AddAcross($"DANH SÁCH CỦA MẪU: {PaperText.Capitals(name)}", Looks.Title)
            .AddAcross("Đặt các trường của một danh sách trong một dòng của bảng; dòng ấy được lặp lại cho từng mục.", Looks.Body)
            .Add(Heads("Viết trong mẫu", "Cột", "Danh sách", "Bắt buộc"));
        foreach (var list in form.Lists)
        {
            foreach (var column in list.Columns)
                draft.Add(Text($"{{{{{list.Name}.{column.Name}}}}}"), Text(column.Head), Text(list.Title), Text(list == form.MainList && column == list.Columns[0] ? "có" : ""));
        }

        return draft.Build("Danh sách") with { FrozenRows = 3, PrintTitles = (3, 3) };
    }

    private static Cell[] Heads(params string[] heads) => [.. heads.Select(head => Cell.Of(head, Looks.Header))];

    private static Cell Text(string text) => Cell.Of(text, Looks.Text);
}
