using OpenPar.Core.Findings;
using OpenPar.Documents.Office;
using OpenPar.Documents.Reading.Package;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Office;

/// <summary>Reads files of older or other office programs: LibreOffice turns them into Word or Excel, which is then read.</summary>
internal static class OfficeReader
{
    public static async Task<SourceDocument> ReadAsync(OfficeFile kind, MemoryStream content, DocumentDraft draft, CancellationToken cancellationToken)
    {
        var (outcome, converted) = await LibreOffice.ConvertAsync(kind, content, cancellationToken);
        if (converted is null) return draft.Refused(Why(outcome, draft.File, kind));
        using (converted)
        {
            draft.Findings.Add(Converted(draft.File, kind));
            return await Task.Run(() => PackageReader.Read(converted, draft), cancellationToken);
        }
    }

    private static Finding Why(OfficeOutcome outcome, string file, OfficeFile kind)
    {
        if (outcome == OfficeOutcome.Missing)
        {
            return Finding.Error(file,
                new($"Tệp {kind.Name} cần LibreOffice để đọc, nhưng máy chủ chưa cài.", $"A file of the kind {kind.Name} needs LibreOffice, which is not installed here."),
                new("Lưu tệp thành .docx hoặc .xlsx rồi nhập lại, hoặc người vận hành cài gói libreoffice-writer-nogui và libreoffice-calc-nogui.", "Save it as .docx or .xlsx and import again, or install the packages libreoffice-writer-nogui and libreoffice-calc-nogui."));
        }

        var reason = outcome == OfficeOutcome.TooSlow
            ? new Core.Text.LocalText("quá lâu chưa xong", "it took too long")
            : new Core.Text.LocalText("tệp hỏng, có mật khẩu hoặc không đúng loại", "it is broken, has a password or is of another kind");
        return Finding.Error(file,
            new($"Không chuyển được tệp {kind.Name}: {reason.Vi}.", $"The file of the kind {kind.Name} could not be converted: {reason.En}."),
            new("Mở tệp bằng Word hoặc Excel, bỏ mật khẩu, lưu thành .docx hoặc .xlsx rồi nhập lại.", "Open it in Word or Excel, remove the password, save it as .docx or .xlsx and import again."));
    }

    private static Finding Converted(string file, OfficeFile kind) => Finding.Info(file,
        new($"Tệp {kind.Name} được chuyển bằng LibreOffice trước khi đọc.", $"The file of the kind {kind.Name} was converted by LibreOffice before it was read."),
        new("Không cần làm gì nếu nội dung đúng.", "Nothing to do if the content is right."));
}
