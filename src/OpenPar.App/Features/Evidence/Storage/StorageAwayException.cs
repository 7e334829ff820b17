using System.Diagnostics.CodeAnalysis;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>
/// The storage does not do what it is asked: it does not answer, refuses the keys, has lost its bucket. Nobody at a desk caused it and no feature
/// can mend it, so it goes up to the host, which tells the person <see cref="Said"/> and the operator the rest.
/// </summary>
[SuppressMessage("Design", "CA1032", Justification = "Without its reason it says nothing to the operator.")]
public sealed class StorageAwayException(LocalText reason, Exception cause) : Exception(reason?.En, cause)
{
    /// <summary>What a person is told: what was kept, what to do.</summary>
    public static LocalText Said { get; } = new(
        "Kho tệp đang không dùng được nên chưa mở hoặc chưa nhận được tệp. Mọi thứ đã lưu vẫn còn, phần đã tải lên được giữ lại. Thử lại sau ít phút; nếu vẫn vậy, báo người vận hành máy chủ.",
        "The store of files cannot be used just now, so the file was not opened or taken. Everything saved is kept, and so are the parts uploaded. Try again in some minutes; if it stays so, tell the operator.");

    /// <summary>What is wrong and what the operator does.</summary>
    public LocalText Reason { get; } = reason!;
}
