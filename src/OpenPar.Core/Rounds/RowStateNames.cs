using OpenPar.Core.Text;

namespace OpenPar.Core.Rounds;

/// <summary>The words people see for states, steps and ways of scoring.</summary>
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
        RowState.Questioned => new LocalText("Chờ giải trình", "Explanation wanted"),
        RowState.Explained => new LocalText("Đã giải trình", "Explained"),
        RowState.Reappraised => new LocalText("Đã thẩm định lần 2", "Appraised again"),
        RowState.Decided => new LocalText("Hội đồng đã quyết định", "Decided by the council"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Name of a sheet's state.</summary>
    public static LocalText Of(SheetState state) => state switch
    {
        SheetState.Filling => new LocalText("Đang tự chấm", "Self-scoring"),
        SheetState.InReview => new LocalText("Chờ lãnh đạo ký", "Waiting for the signature"),
        SheetState.Signed => new LocalText("Đã ký, đang thẩm định", "Signed, in appraisal"),
        SheetState.Announced => new LocalText("Đã thông báo kết quả lần 1", "First result announced"),
        SheetState.Settled => new LocalText("Thẩm định xong", "Appraisal finished"),
        SheetState.Retired => new LocalText("Lịch sử, đơn vị đã sắp xếp lại", "History, the unit was reorganised"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Name of a round's state.</summary>
    public static LocalText Of(RoundState state) => state switch
    {
        RoundState.Draft => new LocalText("Đang chuẩn bị", "Draft"),
        RoundState.Open => new LocalText("Đang mở", "Open"),
        RoundState.Paused => new LocalText("Tạm dừng", "Paused"),
        RoundState.Closed => new LocalText("Đã kết thúc, chờ phê duyệt", "Closed, to be approved"),
        RoundState.Approved => new LocalText("Đã phê duyệt", "Approved"),
        RoundState.Published => new LocalText("Đã công bố", "Published"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Name of a step of the calendar.</summary>
    public static LocalText Of(RoundStep step) => step switch
    {
        RoundStep.SelfScore => new LocalText("Tự đánh giá", "Self-scoring"),
        RoundStep.Appraisal => new LocalText("Thẩm định lần 1", "First appraisal"),
        RoundStep.Explanation => new LocalText("Giải trình", "Explanation"),
        RoundStep.SecondAppraisal => new LocalText("Thẩm định lần 2", "Second appraisal"),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>Name of a way of scoring.</summary>
    public static LocalText Of(ScoringWay way) => way switch
    {
        ScoringWay.ByCriterion => new LocalText("Theo cơ quan chủ trì tiêu chí", "By criterion owner"),
        ScoringWay.ByUnit => new LocalText("Theo đơn vị được đánh giá", "By unit"),
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };
}
