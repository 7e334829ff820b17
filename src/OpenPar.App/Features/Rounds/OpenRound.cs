using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Findings;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Opens a draft round for self-scoring. What is missing is listed before (<see cref="CheckRound"/>); only errors stop the opening.</summary>
public static class OpenRound
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy kỳ đánh giá.", "There is no such round.");

        public static Refusal NotDraft => Refusal.Of("not-draft", "Kỳ đánh giá này đã được mở hoặc đã kết thúc; không có gì thay đổi.", "This round has already been opened or closed; nothing was changed.");

        public static Refusal Unsound(Finding finding) => new("unsound", new LocalText(
            $"{finding.Where}: {finding.Message.Vi} {finding.Remedy.Vi}", $"{finding.Where}: {finding.Message.En} {finding.Remedy.En}"));
    }

    public sealed class Handler(OpenParDb db, RoundSteering steering, CheckRound.Handler check)
    {
        public async Task<Answer<RoundId>> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            if (await check.HandleAsync(id, cancellationToken) is not { } view) return Refusals.NotFound;
            if (view.Round.State != RoundState.Draft) return Refusals.NotDraft;
            var errors = view.Errors.Select(e => Refusals.Unsound(e.Finding)).ToList();
            if (errors.Count > 0) return errors;
            var loaded = await steering.LoadAsync(id, RoundEvent.Open, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            steering.Move(loaded.Value.Round, loaded.Value.Transition, nameof(OpenRound));
            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
