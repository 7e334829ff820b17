using System.Text;
using OpenPar.Core.Papers;
using OpenPar.Core.Results.Papers;

namespace OpenPar.Core.Tests.Papers;

public class PaperStateTests
{
    [Fact]
    public void The_same_state_has_the_same_code_and_the_code_is_no_part_of_it()
    {
        var paper = PaperSamples.Of(PaperKind.LostPoints);
        var state = PaperState.Of(paper);
        Assert.Equal(state, PaperState.Of(PaperSamples.Of(PaperKind.LostPoints)));
        Assert.Equal(state, PaperState.Of(paper with { Trace = paper.Trace with { VerificationCode = state.Code.ToString() } }));
        Assert.Equal(state, PaperState.OfJson(state.Json));
    }

    [Fact]
    public void Zeros_at_the_end_and_the_form_of_Unicode_make_no_other_state()
    {
        var round = PaperSamples.Round();
        var same = round with { Units = [.. round.Units.Select(unit => unit with { Unit = unit.Unit.Normalize(NormalizationForm.FormD), Rows = [.. unit.Rows.Select(row => row with { AppraisedPoints = row.AppraisedPoints * 1.000m })] })] };
        Assert.Equal(PaperState.Of(ScoreSummary.Of(round)), PaperState.Of(ScoreSummary.Of(same)));
    }

    [Fact]
    public void A_changed_number_version_or_date_of_issue_makes_another_state_and_the_day_of_making_does_not()
    {
        var round = PaperSamples.Round();
        var other = round with { Units = [round.Units[0] with { Unit = "Sở Khác" }, round.Units[1]] };
        var later = round with { Trace = round.Trace with { DataOn = round.Trace.DataOn.AddDays(1) } };
        var changed = round with { Trace = round.Trace with { Version = "Ví dụ 2" } };
        Assert.Equal(PaperState.Of(ScoreSummary.Of(round)), PaperState.Of(ScoreSummary.Of(later)));
        var issued = new PaperFormalities { Number = "5", Date = new DateOnly(2026, 1, 5) }.On(ScoreSummary.Of(round));
        var states = new[] { ScoreSummary.Of(round), ScoreSummary.Of(other), ScoreSummary.Of(changed), issued }.Select(paper => PaperState.Of(paper).Code).Distinct();
        Assert.Equal(4, states.Count());
        Assert.Equal(PaperKinds.All.Count, PaperKinds.All.Select(kind => PaperState.Of(PaperSamples.Of(kind)).Code).Distinct().Count());
    }

    [Fact]
    public void A_recorded_state_reads_back_as_the_content_it_came_from()
    {
        foreach (var kind in PaperKinds.All)
        {
            var content = PaperSamples.Of(kind).Content();
            var state = RecordedState.Read(PaperState.Of(PaperSamples.Of(kind)).Json);
            Assert.Equal(content.Values.Where(value => value.Name != PaperFields.DataOn), state.Values);
            Assert.Equal(content.Tables.Select(table => table.Name), state.Tables.Select(table => table.Name));
            Assert.Equal(
                content.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells).Select(cell => cell.Number),
                state.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells).Select(cell => cell.Number));
        }
    }

    [Fact]
    public void Fields_of_a_kind_have_names_of_their_own()
    {
        foreach (var form in PaperKinds.All.Select(PaperForm.Of))
        {
            Assert.Equal(form.Fields.Count, form.Fields.Select(field => field.Name).Distinct().Count());
            Assert.Equal(form.Lists.Count, form.Lists.Select(list => list.Name).Distinct().Count());
            Assert.All(form.Lists, list => Assert.Equal(list.Columns.Count, list.Columns.Select(column => column.Name).Distinct().Count()));
            Assert.All(form.Lists.SelectMany(list => list.Rows.Select(row => (list, row))), pair => Assert.Equal(pair.list.Columns.Count, pair.row.Cells.Count));
            Assert.All(form.Fields, field => Assert.Matches("^[a-z0-9_]+$", field.Name));
            Assert.True(form.Knows(PaperFields.Code) && form.Knows($"{form.MainList.Name}.{form.MainList.Columns[0].Name}"));
        }
    }
}
