using OpenPar.Core.Findings;

namespace OpenPar.App.Features.Rounds.Checks;

/// <summary>Grades, conditions and caps.</summary>
internal sealed class SettingsCheck : IRoundCheck
{
    public Task<IReadOnlyList<RoundFinding>> LookAsync(CheckedRound round, CancellationToken cancellationToken)
    {
        var settings = round.Round.Settings;
        // A wrong setting harms the result, not the scoring: it is mended before the approval at the latest.
        var found = settings.Problems().Select(p => new RoundFinding(p with { Where = round.Round.Title, Severity = p.Severity == Severity.Error ? Severity.Warning : p.Severity }, RoundPlace.Setup)).ToList();
        if (settings.Grades.Count == 0)
            found.Add(RoundFinding.Note(round.Round.Title, "Kỳ này không xếp loại.", "The round gives no grades.", "Nhập các mức xếp loại nếu có.", "Enter the grades if there are any.", RoundPlace.Setup));
        return Task.FromResult<IReadOnlyList<RoundFinding>>(found);
    }
}
