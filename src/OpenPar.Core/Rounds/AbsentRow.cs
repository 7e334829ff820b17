using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rounds;

/// <summary>Points of a row that has nothing to declare, by what its criterion or its round does with such rows.</summary>
public static class AbsentRow
{
    /// <summary>
    /// Full points, none, or out of the denominator (<see cref="Outcome.Dropped"/>); where nobody says which, a person decides
    /// (<see cref="Outcome.Undecided"/>). Full points of a criterion without a known maximum are undecided as well.
    /// </summary>
    /// <param name="absence">Why there is nothing.</param>
    /// <param name="policy">What becomes of such a row.</param>
    /// <param name="max">Maximum of the leaf; null when unknown.</param>
    /// <param name="reason">The reason the agency gives.</param>
    public static ScoredRow Score(RowAbsence absence, NotApplicablePolicy policy, decimal? max, string? reason)
    {
        var name = RowAbsenceNames.Of(absence);
        var (score, told) = policy switch
        {
            NotApplicablePolicy.FullPoints when max is { } full => (Rules.Score.Of(full), new LocalText($"được điểm tối đa {NumberText.Write(full, 6)}", $"full {NumberText.Write(full, 6)} points")),
            NotApplicablePolicy.Zero => (Rules.Score.Of(0), new LocalText("0 điểm", "no points")),
            NotApplicablePolicy.Removed => (Rules.Score.None(Outcome.Dropped), new LocalText("không tính vào điểm tối đa của đơn vị", "left out of the unit's maximum")),
            _ => (Rules.Score.None(Outcome.Undecided), new LocalText("bộ chỉ số và kỳ đánh giá không nói cách tính: người thẩm định quyết định, có lý do", "neither framework nor round says what follows: the appraiser decides with a reason")),
        };
        var why = string.IsNullOrWhiteSpace(reason) ? "" : reason.Trim();
        var head = new LocalText($"{name.Vi}: {told.Vi}.{(why.Length == 0 ? "" : " Lý do: " + why)}", $"{name.En}: {told.En}.{(why.Length == 0 ? "" : " Reason: " + why)}");
        return new ScoredRow(score, new Explanation(StepKind.Result, head, score.Points, []));
    }
}
