using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Rules.Reading;

namespace OpenPar.Core.Tests.Rules.Reading;

/// <summary>The words of cases and figures are those of the text, whole.</summary>
public sealed class ReadLabelTests
{
    [Theory]
    [InlineData("Đạt: 1 điểm; Không đạt: 0 điểm", "Đạt|Không đạt")]
    [InlineData("Đạt yêu cầu - 1 điểm; chưa đạt 0 điểm", "Đạt yêu cầu|Chưa đạt")]
    [InlineData("Nếu đạt thì 1 điểm, nếu không đạt thì 0 điểm", "Đạt|Không đạt")]
    public void An_option_keeps_its_words(string text, string labels) =>
        Assert.Equal(labels.Split('|'), Assert.IsType<Choice>(RuleSuggestion.Of(text, 1).Rule).Options.Select(o => o.Label));

    [Fact]
    public void A_rate_of_things_counts_the_things()
    {
        var read = RuleSuggestion.Of("Tỷ lệ hồ sơ giải quyết đúng hạn đạt 95% trở lên: 1 điểm; đạt dưới 95%: 0 điểm", 1);

        var bands = Assert.IsType<Bands>(read.Rule);
        Assert.Equal(["Tổng số hồ sơ", "Số hồ sơ giải quyết đúng hạn"], bands.Facts.Select(f => f.Label));
        Assert.All(bands.Facts, f => Assert.Equal("hồ sơ", f.Unit));
    }

    [Theory]
    [InlineData("Thực hiện đủ 4 báo cáo: 1; thiếu mỗi báo cáo trừ 0,25", "Báo cáo thiếu")]
    [InlineData("Có 01 văn bản ban hành trái luật trừ 0,5 điểm/văn bản, trừ tối đa 1 điểm.", "Văn bản ban hành trái luật")]
    public void A_deduction_counts_what_is_wrong(string text, string label) =>
        Assert.Equal(label, Assert.Single(Assert.IsType<Deduct>(RuleSuggestion.Of(text, 1).Rule).Items).Fact.Label);

    [Fact]
    public void A_price_behind_another_names_the_same_thing() =>
        Assert.Equal(["Số sáng kiến được công nhận cấp tỉnh", "Số sáng kiến được công nhận cấp cơ sở"],
            Assert.IsType<Count>(RuleSuggestion.Of("Mỗi sáng kiến được công nhận cấp tỉnh: 1 điểm; cấp cơ sở: 0,5 điểm; tối đa 3 điểm", 3).Rule).Facts.Select(f => f.Label));
}
