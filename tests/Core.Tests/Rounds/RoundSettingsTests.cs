using OpenPar.Core.Findings;
using OpenPar.Core.Rounds;

namespace OpenPar.Core.Tests.Rounds;

public sealed class RoundSettingsTests
{
    private static readonly RoundSettings Sound = new()
    {
        Grades = [new("Tốt", 80), new("Khá", 65), new("Chưa đạt", 0)],
        Conditions = [new("Tốt", 50)],
        BonusCap = 2,
        PenaltyCap = 3,
    };

    [Fact]
    public void Sound_settings_have_no_problems()
    {
        Assert.Empty(Sound.Problems());
        Assert.Empty(new RoundSettings().Problems());
    }

    public static TheoryData<RoundSettings, string> Wrong() => new()
    {
        { Sound with { Grades = [new("Khá", 65), new("Tốt", 80), new("Chưa đạt", 0)] }, "không thấp hơn mức đứng trước" },
        { Sound with { Grades = [new("Tốt", 101), new("Chưa đạt", 0)] }, "bắt đầu từ 101 %" },
        { Sound with { Grades = [new("Tốt", 80), new("Chưa đạt", -1)] }, "bắt đầu từ -1 %" },
        { Sound with { Grades = [new("Tốt", 80), new("tốt", 65), new("Chưa đạt", 0)] }, "có hai lần" },
        { Sound with { Grades = [new("Tốt", 80), new(" ", 0)] }, "chưa có tên" },
        { Sound with { Conditions = [new("Xuất sắc", 50)] }, "không có trong danh sách" },
        { Sound with { Conditions = [new("Tốt", 120)] }, "120 % mỗi lĩnh vực" },
        { Sound with { Conditions = [new("Tốt", 50), new("Tốt", 60)] }, "hai điều kiện" },
        { Sound with { BonusCap = -0.5m }, "điểm thưởng là số âm" },
        { Sound with { PenaltyCap = -1 }, "điểm trừ là số âm" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_found(RoundSettings settings, string said) =>
        Assert.Contains(settings.Problems(), p => p.Severity == Severity.Error && p.Message.Vi.Contains(said, StringComparison.Ordinal));

    [Fact]
    public void With_bonus_over_the_maximum_a_grade_may_begin_above_a_hundred_percent()
    {
        var settings = Sound with { Grades = [new("Xuất sắc", 101), new("Chưa đạt", 0)], Conditions = [], MayPassMaximum = true };

        Assert.Empty(settings.Problems());
        Assert.NotEmpty((settings with { MayPassMaximum = false }).Problems());
        Assert.Contains((Sound with { MayPassMaximum = true, BonusCap = null }).Problems(), p => p.Severity == Severity.Warning);
    }

    [Fact]
    public void A_unit_below_the_last_grade_is_pointed_out() =>
        Assert.Contains((Sound with { Grades = [new("Tốt", 80), new("Khá", 65)] }).Problems(), p => p.Severity == Severity.Warning && p.Message.Vi.Contains("Đơn vị dưới 65 %", StringComparison.Ordinal));
}
