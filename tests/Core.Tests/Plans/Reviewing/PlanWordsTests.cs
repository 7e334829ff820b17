using OpenPar.Core.Findings;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.Core.Tests.Plans.Reviewing;

public sealed class PlanWordsTests
{
    [Theory]
    [InlineData("Quý I", "")]
    [InlineData("Quý I/2022", "")]
    [InlineData("Tháng 2 đến tháng 8 năm 2022", "")]
    [InlineData("Thường xuyên", "")]
    [InlineData("Định kỳ hàng quý", "")]
    [InlineData("Khi có quy định mới", "2.300")]
    [InlineData("", "0")]
    [InlineData("12/2021", "Theo dự toán được cấp")]
    [InlineData("Trước 15/12", "10 triệu đồng/đơn vị")]
    [InlineData("01/2022-06/2022", "Thí điểm")]
    public void A_row_in_words_has_the_same_time_and_money(string time, string money)
    {
        var row = Row(Deadline.Read(time, 2026), Budget.Read(money, MoneyUnit.Million));

        var words = PlanWords.Of(row, 2026);

        var (deadline, budget) = (words.Deadline(2026), words.Budget());
        Assert.Equal((row.Deadline.Kind, row.Deadline.From, row.Deadline.To, row.Deadline.Every, row.Deadline.Text), (deadline.Kind, deadline.From, deadline.To, deadline.Every, deadline.Text));
        Assert.Equal((row.Budget.Kind, row.Budget.AmountVnd, row.Budget.Per, row.Budget.Text), (budget.Kind, budget.AmountVnd, budget.Per, budget.Text));
    }

    [Fact]
    public void What_a_person_understands_goes_before_the_words_and_the_words_stay()
    {
        var words = new PlanWords([new(PlanField.Time, "Theo lộ trình của Trung ương"), new(PlanField.TimeMeant, "Quý IV/2026")]);

        var deadline = words.Deadline(null);

        Assert.Equal((DeadlineKind.Quarter, new DateOnly(2026, 12, 31), "Theo lộ trình của Trung ương"), (deadline.Kind, deadline.To, deadline.Text));
    }

    [Fact]
    public void Texts_are_composed_and_blank_lines_fall_away()
    {
        var words = new PlanWords([new(PlanField.Lead, " So\u031B\u0309 Nội vụ \n\n Sở  Tư pháp"), new(PlanField.Number, " 3 ")]);

        Assert.Equal(["Sở Nội vụ", "Sở Tư pháp"], words.Items(PlanField.Lead));
        Assert.Equal("3", words[PlanField.Number]);
        Assert.Equal("3 so noi vu so tu phap", words.Searchable);
    }

    private static PlanRow Row(Deadline deadline, Budget budget) => new()
    {
        Annex = 1,
        Number = "1",
        Tasks = ["Việc"],
        Deadline = deadline,
        Budget = budget,
        Source = new SourcePlace("ke-hoach.txt", 1),
    };
}
