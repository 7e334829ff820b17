using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Results;

/// <summary>
/// Computes the approved result again from the stored decisions: each decision from its figures by its rule, each total, grade and place
/// from the decisions, and says where anything differs from what was frozen.
/// </summary>
public static class CheckApproval
{
    /// <summary>Differences shown at most; the rest is counted.</summary>
    public const int Shown = 100;

    /// <param name="Unit">The unit.</param>
    /// <param name="Code">The row; null for the unit as a whole.</param>
    /// <param name="Told">What differs.</param>
    public sealed record Difference(string Unit, CriterionCode? Code, LocalText Told);

    /// <param name="Title">Title of the round.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Approvals">Every approval, the last first.</param>
    /// <param name="Intact">Whether the frozen content still has its hash.</param>
    /// <param name="Decisions">Decisions that were computed again.</param>
    /// <param name="Older">Decisions made before their basis was kept, which cannot be computed again.</param>
    /// <param name="Differences">What differs, at most <see cref="Shown"/>.</param>
    /// <param name="Count">How many differences there are.</param>
    public sealed record View(
        string Title, RoundState State, IReadOnlyList<ApprovalHead> Approvals, bool Intact, int Decisions, int Older, IReadOnlyList<Difference> Differences, int Count)
    {
        /// <summary>Whether everything came out as it was frozen.</summary>
        public bool Same => Intact && Count == 0;
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, RoundResults results, LiveRound live)
    {
        /// <summary>The check of the last approval; null when the round was never approved.</summary>
        public async Task<View?> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            if (await results.LastAsync(id, cancellationToken) is not { } approval) return null;
            var round = await db.Rounds.AsNoTracking().Include(r => r.Groups).SingleAsync(r => r.Id == id, cancellationToken);
            var frozen = FrozenRound.Read(approval.Content);
            var now = await live.ReadAsync(round, round.Groups, cancellationToken);
            var differences = new List<Difference>();
            var (again, older) = (0, 0);
            foreach (var group in frozen.Groups)
            {
                var framework = await frameworks.GetAsync(db, FrameworkId.Parse(group.Framework), cancellationToken);
                var units = now.Groups.FirstOrDefault(g => g.Group == group.Group)?.Units.ToDictionary(u => u.Agency) ?? [];
                foreach (var unit in group.Units) differences.AddRange(Compare(unit, units.GetValueOrDefault(unit.Agency)));
                var decisions = await DecisionsAsync(new GroupId(group.Group), cancellationToken);
                foreach (var (unit, row) in group.Units.SelectMany(u => u.Rows, (u, r) => (u, r)).Where(x => x.r.Decision is not null))
                {
                    if (decisions.GetValueOrDefault(row.Decision!.Value) is not { } decision) continue;
                    if (RowScoring.Recounts(framework.Find(row.Code)!, decision) is not { } same) older++;
                    else
                    {
                        again++;
                        if (!same) differences.Add(new Difference(unit.Name, row.Code, new LocalText("tính lại từ số liệu của quyết định cho kết quả khác", "computing again from the figures of the decision gives another result")));
                    }
                }
            }

            return new View(frozen.Title, round.State, await results.HeadsAsync(id, cancellationToken), FrozenRound.HashOf(approval.Content) == approval.Sha256, again, older, [.. differences.Take(Shown)], differences.Count);
        }

        private async Task<Dictionary<long, RowDecision>> DecisionsAsync(GroupId group, CancellationToken cancellationToken) =>
            await db.Decisions.AsNoTracking().Where(d => d.Stage != DecisionStage.Self && db.Rows.Any(r => r.Id == d.RowId && db.Sheets.Any(s => s.Id == r.SheetId && s.GroupId == group)))
                .ToDictionaryAsync(d => d.Id, cancellationToken);

        private static IEnumerable<Difference> Compare(FrozenUnit frozen, FrozenUnit? now)
        {
            if (now is null)
            {
                yield return new Difference(frozen.Name, null, new LocalText("không còn trong kỳ đánh giá", "is no longer in the round"));
                yield break;
            }

            var rows = now.Rows.ToDictionary(r => r.Code);
            foreach (var row in frozen.Rows)
            {
                var other = rows.GetValueOrDefault(row.Code);
                if (other?.Points == row.Points && other?.Dropped == row.Dropped && other?.Decision == row.Decision) continue;
                yield return new Difference(frozen.Name, row.Code, new LocalText($"đã phê duyệt {Written(row)}, nay {Written(other)}", $"approved {Written(row)}, now {Written(other)}"));
            }

            if (FrozenRound.Written(frozen.Adjustments) != FrozenRound.Written(now.Adjustments))
                yield return new Difference(frozen.Name, null, new LocalText("điểm thưởng, điểm trừ khác với khi phê duyệt", "bonus or penalty differ from what was approved"));
            if (frozen.Rank != now.Rank || FrozenRound.Written(frozen.Standing) != FrozenRound.Written(now.Standing))
                yield return new Difference(frozen.Name, null, new LocalText("tổng điểm, xếp loại hoặc xếp hạng khác với khi phê duyệt", "total, grade or place differ from what was approved"));
        }

        private static string Written(FrozenRow? row) => row switch
        {
            null => "—",
            { Dropped: true } => "loại khỏi mẫu số",
            { Points: { } points } => NumberText.Write(points, 6),
            _ => "—",
        };
    }
}
