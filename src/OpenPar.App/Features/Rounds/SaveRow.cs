using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// Keeps what the agency typed into a row, readable or not, and computes its points. Called by the autosave and by the
/// plain form alike.
/// </summary>
public static class SaveRow
{
    /// <param name="Row">The row.</param>
    /// <param name="Version">The version the person was looking at.</param>
    /// <param name="Facts">Typed text by fact name.</param>
    /// <param name="Points">Typed points, where no rule computes them.</param>
    /// <param name="Explanation">Explanation (giải trình).</param>
    /// <param name="Sources">Typed sources of figures of earlier years, by fact name.</param>
    /// <param name="Absence">Name of an absence, empty for an ordinary row; null leaves it as it is.</param>
    public sealed record Command(
        RowId Row, uint Version, IReadOnlyDictionary<string, string?> Facts, string? Points, string? Explanation, IReadOnlyDictionary<string, string?>? Sources = null,
        string? Absence = null);

    /// <param name="Version">The version after saving; post it with the next save.</param>
    /// <param name="Scored">Points and reasons from what could be read.</param>
    /// <param name="Refused">Fields that could not be taken over; what was typed in them is kept.</param>
    public sealed record Saved(uint Version, ScoredRow Scored, IReadOnlyList<Refusal> Refused)
    {
        /// <summary>What the row comes to now, to be shown beside the form.</summary>
        public required RowOutcome Outcome { get; init; }
    }

    public static class Refusals
    {
        public static Refusal TooLong => Refusal.Of("explanation-too-long", "Giải trình dài quá 20.000 ký tự; hãy rút gọn hoặc đính kèm thành tài liệu.", "The explanation exceeds 20,000 characters; shorten it or attach a document.", "explanation");

        public static Refusal AbsenceUnknown => Refusal.Of("absence-unknown", "Chọn kê khai như bình thường, không áp dụng hoặc không phát sinh.", "Choose ordinary, not applicable or did not occur.", "absence");

        public static Refusal Changed(string by, DateTimeOffset at) => Refusal.Of("changed-meanwhile",
            $"{by} đã lưu dòng này lúc {at.ToVietnam():HH:mm:ss}. Nội dung bạn nhập chưa được lưu và vẫn còn ở đây: so sánh rồi lưu lại.",
            $"{by} saved this row at {at.ToVietnam():HH:mm:ss}. What you typed is not saved and still here: compare, then save again.");
    }

    public sealed class Handler(OpenParDb db, RowAccess access, RowSupply supply, RowsAfter after, TimeProvider time, Actor actor)
    {
        public async Task<Answer<Saved>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (command.Explanation?.Length > 20_000) return Refusals.TooLong;
            if (!TryAbsence(command.Absence, out var absence)) return Refusals.AbsenceUnknown;
            var answer = await access.LoadAsync(command.Row, RowEvent.Save, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (row, round, sheet, criterion, framework, transition) = answer.Value;
            if (row.Version != command.Version) return Refusals.Changed(row.SavedBy ?? "?", row.SavedAt ?? time.GetUtcNow());

            var typed = TypedFacts.Read(criterion, command.Facts);
            var (points, pointsRefusal) = TypedFacts.ReadPoints(command.Points, criterion.MaxPoints);
            if (pointsRefusal is not null)
            {
                typed.Unread[TypedFacts.PointsField] = command.Points!;
                typed.Refusals.Add(pointsRefusal);
            }

            var (sources, tooLong) = TypedSources.Read(criterion, command.Sources);
            typed.Refusals.AddRange(tooLong);
            var before = new { row.Facts, row.ProposedPoints, row.Explanation, row.Absence };
            if (command.Absence is not null) row.Absence = absence;
            var figures = await supply.CompleteAsync(row, round, sheet, criterion, typed.Facts, sources, cancellationToken);
            row.Facts = figures.Facts;
            row.Origins = figures.Origins;
            row.Unread = typed.Unread;
            row.ProposedPoints = points;
            row.Explanation = string.IsNullOrWhiteSpace(command.Explanation) ? null : command.Explanation.Trim();
            var scored = RowScoring.Score(criterion, row.Facts, figures.Basis(row.ProposedPoints, row.Explanation));
            row.SelfPoints = scored.Score.Points;
            row.State = transition.To;
            row.SavedAt = time.GetUtcNow();
            row.SavedBy = actor.Name;
            await after.RecomputeAsync(answer.Value, cancellationToken);
            db.Record(actor, time, nameof(SaveRow), $"row/{row.Id.Value}", before, new { row.Facts, row.ProposedPoints, row.Explanation, row.Absence });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody was quicker by milliseconds: the same answer as for an older page.
                db.ChangeTracker.Clear();
                var winner = await db.Rows.AsNoTracking().Where(r => r.Id == command.Row).Select(r => new { r.SavedBy, r.SavedAt }).SingleAsync(cancellationToken);
                return Refusals.Changed(winner.SavedBy ?? "?", winner.SavedAt ?? time.GetUtcNow());
            }

            var outcome = new RowOutcome(row, criterion, framework, figures, scored, await RowQueries.Proven(db, row.Id, cancellationToken));
            return new Saved(row.Version, scored, typed.Refusals) { Outcome = outcome };
        }

        private static bool TryAbsence(string? typed, out RowAbsence? absence)
        {
            absence = Enum.TryParse<RowAbsence>(typed, out var known) && Enum.IsDefined(known) ? known : null;
            return string.IsNullOrEmpty(typed) || absence is not null;
        }
    }
}
