using OpenPar.Core.Text;

namespace OpenPar.Core.Rounds;

/// <summary>The words for what happens to a round.</summary>
public static class RoundEventNames
{
    /// <summary>What happened, as a history says it.</summary>
    public static LocalText Of(RoundEvent happened) => happened switch
    {
        RoundEvent.Open => new LocalText("Mở kỳ", "Opened"),
        RoundEvent.Pause => new LocalText("Tạm dừng", "Paused"),
        RoundEvent.Resume => new LocalText("Tiếp tục", "Resumed"),
        RoundEvent.Close => new LocalText("Kết thúc", "Closed"),
        RoundEvent.Reopen => new LocalText("Mở lại theo quyết định", "Reopened by decision"),
        RoundEvent.Approve => new LocalText("Phê duyệt", "Approved"),
        RoundEvent.Publish => new LocalText("Công bố", "Published"),
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    /// <summary>Whether a unit will be in time.</summary>
    public static LocalText Of(PaceRisk risk) => risk switch
    {
        PaceRisk.Late => new LocalText("Dự báo trễ hạn", "Late"),
        PaceRisk.AtRisk => new LocalText("Có nguy cơ trễ", "At risk"),
        PaceRisk.NotBegun => new LocalText("Chưa đến ngày mở", "Not begun"),
        PaceRisk.OnTime => new LocalText("Kịp hạn", "On time"),
        PaceRisk.Done => new LocalText("Đã nộp đủ", "All handed in"),
        _ => throw new ArgumentOutOfRangeException(nameof(risk)),
    };
}
