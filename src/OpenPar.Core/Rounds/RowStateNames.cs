using OpenPar.Core.Text;

namespace OpenPar.Core.Rounds;

/// <summary>The words people see for the states.</summary>
public static class RowStateNames
{
    /// <summary>Name of a row's state.</summary>
    public static LocalText Of(RowState state) => state switch
    {
        RowState.NotStarted => new LocalText("Chưa bắt đầu", "Not started"),
        RowState.InProgress => new LocalText("Đang nhập", "In progress"),
        RowState.Submitted => new LocalText("Đã nộp", "Submitted"),
        RowState.Returned => new LocalText("Bị trả lại", "Returned"),
        RowState.Appraised => new LocalText("Đã thẩm định", "Appraised"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Name of a round's state.</summary>
    public static LocalText Of(RoundState state) => state switch
    {
        RoundState.Draft => new LocalText("Đang chuẩn bị", "Draft"),
        RoundState.Open => new LocalText("Đang mở", "Open"),
        RoundState.Closed => new LocalText("Đã kết thúc", "Closed"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
