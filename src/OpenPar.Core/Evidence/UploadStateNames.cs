using OpenPar.Core.Text;

namespace OpenPar.Core.Evidence;

/// <summary>States of uploads in words.</summary>
public static class UploadStateNames
{
    /// <summary>The state as it is shown.</summary>
    public static LocalText Of(UploadState state) => state switch
    {
        UploadState.Announced => new LocalText("Đã báo trước, chưa nhận", "Announced, nothing received"),
        UploadState.Receiving => new LocalText("Đang tải", "Being received"),
        UploadState.Whole => new LocalText("Đã tải xong, chờ ghi thông tin", "Received, waits to be described"),
        UploadState.Used => new LocalText("Đã thành tệp của tài liệu", "Used by a document"),
        UploadState.Cancelled => new LocalText("Đã huỷ", "Cancelled"),
        UploadState.Refused => new LocalText("Bị từ chối", "Refused"),
        UploadState.Expired => new LocalText("Hết hạn", "Expired"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };
}
