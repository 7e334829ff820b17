using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds.Checks;

/// <summary>The order of the days, steps without working days, last days on which nobody works, years without a calendar.</summary>
internal sealed class CalendarCheck : IRoundCheck
{
    public Task<IReadOnlyList<RoundFinding>> LookAsync(CheckedRound round, CancellationToken cancellationToken)
    {
        var calendar = round.Round.Calendar;
        var found = new List<RoundFinding>();
        if (!calendar.InOrder)
            found.Add(RoundFinding.Error("", "Ngày mở và các hạn không theo thứ tự.", "The days are not in order.", "Sửa lịch của kỳ.", "Mend the calendar.", RoundPlace.Setup));
        foreach (var year in round.Working.Uncovered(calendar.OpensOn, calendar.SecondAppraisalDueOn))
            found.Add(RoundFinding.Warning($"{year}", $"Chưa có lịch ngày làm việc năm {year}: ngày lễ chưa được trừ khi đếm ngày.", $"The working days of {year} are not loaded: holidays are not left out.", "Nạp gói lịch của năm đó.", "Load the calendar pack of that year."));
        foreach (var span in StepSpan.Of(calendar, round.Working))
        {
            var step = RowStateNames.Of(span.Step);
            if (!span.EndsOnWorkingDay)
                found.Add(RoundFinding.Warning(step.Vi, $"Hạn {DayText.Write(span.To)} không phải ngày làm việc.", $"The last day {DayText.Write(span.To)} is no working day.", "Lùi hạn đến ngày làm việc kế tiếp.", "Move it to the next working day.", RoundPlace.Setup));
            if (span.WorkingDays == 0 && span.Step is RoundStep.SelfScore or RoundStep.Appraisal)
                found.Add(RoundFinding.Warning(step.Vi, "Bước này không có ngày làm việc nào.", "The step has no working day.", "Sửa lịch của kỳ.", "Mend the calendar.", RoundPlace.Setup));
        }

        return Task.FromResult<IReadOnlyList<RoundFinding>>(found);
    }
}
