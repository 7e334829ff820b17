using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Papers;
using OpenPar.Core;
using OpenPar.Core.Papers;

namespace OpenPar.App.Features.Papers;

/// <summary>Sets place and signers of the province's papers. What is left blank stays open on paper: nothing is made up.</summary>
public static class SetPaperFormalities
{
    public const int LongestText = 200;

    public sealed record Command(string? Place, PaperSigner Decisions, PaperSigner Reports);

    public static class Refusals
    {
        public static Refusal TooLong(string field) => Refusal.Of("too-long", $"Không quá {LongestText} ký tự.", $"At most {LongestText} characters.", field);

        public static Refusal PositionMissing(string field) => Refusal.Of(
            "position-missing", "Đã ghi quyền hạn thì ghi cả chức vụ.", "Where the authority is given, give the position too.", field);
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<bool>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (Check(command) is { Count: > 0 } refusals) return refusals;
            var set = await db.PaperFormalities.SingleOrDefaultAsync(cancellationToken);
            var before = set is null ? null : Said(set);
            if (set is null) db.PaperFormalities.Add(set = new FormalitiesRecord { ChangedAt = time.GetUtcNow(), ChangedBy = actor.Name });
            (set.Place, set.ChangedAt, set.ChangedBy) = (Text(command.Place), time.GetUtcNow(), actor.Name);
            (set.DecisionAuthority, set.DecisionPosition, set.DecisionSigner) = (Text(command.Decisions.Authority), Text(command.Decisions.Position), Text(command.Decisions.Name));
            (set.ReportAuthority, set.ReportPosition, set.ReportSigner) = (Text(command.Reports.Authority), Text(command.Reports.Position), Text(command.Reports.Name));
            db.Record(actor, time, nameof(SetPaperFormalities), "paper-formalities", before, Said(set));
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        private static List<Refusal> Check(Command command)
        {
            (string Field, string? Text)[] fields =
            [
                ("place", command.Place), ("decisionAuthority", command.Decisions.Authority), ("decisionPosition", command.Decisions.Position), ("decisionSigner", command.Decisions.Name),
                ("reportAuthority", command.Reports.Authority), ("reportPosition", command.Reports.Position), ("reportSigner", command.Reports.Name),
            ];
            List<Refusal> refusals = [.. fields.Where(field => field.Text?.Trim().Length > LongestText).Select(field => Refusals.TooLong(field.Field))];
            if (Text(command.Decisions.Authority) is not null && Text(command.Decisions.Position) is null) refusals.Add(Refusals.PositionMissing("decisionPosition"));
            if (Text(command.Reports.Authority) is not null && Text(command.Reports.Position) is null) refusals.Add(Refusals.PositionMissing("reportPosition"));
            return refusals;
        }

        private static object Said(FormalitiesRecord set) => new
        {
            set.Place,
            set.DecisionAuthority,
            set.DecisionPosition,
            set.DecisionSigner,
            set.ReportAuthority,
            set.ReportPosition,
            set.ReportSigner,
        };

        private static string? Text(string? typed) => PaperFormalities.Text(typed);
    }
}
