using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Plans;

/// <summary>
/// Makes a plan of a reviewed file, or brings the corrected plan up to it. Rows keep their identity, so that what is tied to them
/// stays; rows left out are kept apart; guesses nobody confirmed stay marked on their rows.
/// </summary>
public static class AcceptPlanImport
{
    /// <param name="Import">The review.</param>
    /// <param name="Title">Title of the plan; the file's, or what the person wrote.</param>
    /// <param name="WithOpenRows">True to take over rows nobody has looked at, marked as such.</param>
    public sealed record Command(ImportId Import, string? Title, bool WithOpenRows);

    /// <summary>What was done, in rows.</summary>
    public sealed record Result(PlanId Plan, int Rows, int LeftOut, int StillOpen);

    public static class Refusals
    {
        public static Refusal TitleMissing => Refusal.Of("title-missing", "Nhập tên kế hoạch.", "Enter the title of the plan.", "Title");

        public static Refusal NoRows => Refusal.Of("no-rows", "Mọi dòng đều bị bỏ, không có gì để nhận. Giữ lại ít nhất một dòng hoặc bỏ cả lần nhập.", "Every row is left out; there is nothing to take over.");

        public static Refusal OpenRows(int count) => Refusal.Of("open-rows",
            $"Còn {count} dòng chưa ai xem. Xem nốt, hoặc đánh dấu “Nhận cả các dòng chưa xem” để nhận kèm dấu cần xem.",
            $"{count} row(s) have not been looked at. Look at them, or tick that they are taken over marked.", "WithOpenRows");

        public static Refusal Conflicts(IReadOnlyList<int> rows) => Refusal.Of("conflicts",
            $"Tệp mới và quyết định trước đây khác nhau ở dòng {string.Join(", ", rows.Take(8))}{(rows.Count > 8 ? "…" : "")}. Chọn một bên cho từng dòng.",
            $"The new file and earlier decisions differ in rows {string.Join(", ", rows.Take(8))}. Decide each.");

        public static Refusal PlanChanged(IReadOnlyList<int> rows) => Refusal.Of("plan-changed",
            $"Kế hoạch đã được sửa trong lúc xem lại (dòng {string.Join(", ", rows.Take(8))}{(rows.Count > 8 ? "…" : "")}). Nhập lại tệp để so với bản hiện nay; các bước xem lại này vẫn được giữ.",
            $"The plan was changed during the review (rows {string.Join(", ", rows.Take(8))}). Import the file again to compare with the plan as it is.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<Result>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var import = await db.PlanImports.Include(i => i.Rows).SingleOrDefaultAsync(i => i.Id == command.Import, cancellationToken);
            if (import is null) return ReviewRefusals.Unknown;
            if (import.State != ImportState.InReview) return ReviewRefusals.Closed(import.State);
            if (Refused(import, command) is { } refused) return refused;

            var plan = import.PlanId is { } corrected
                ? await db.Plans.Include(p => p.Rows).ThenInclude(r => r.Agencies).SingleAsync(p => p.Id == corrected, cancellationToken)
                : New(import, command.Title);
            var changed = Changed(import, plan);
            if (changed.Count > 0) return Refusals.PlanChanged(changed);
            if (import.PlanId is null) db.Plans.Add(plan);
            Take(import, plan, await NamesAsync(import, cancellationToken));
            (plan.AcceptedAt, plan.AcceptedBy) = (time.GetUtcNow(), actor.Name);
            if (import.PlanId is not null) (plan.Title, plan.Tables) = (Title(command.Title) ?? plan.Title, Tables(import));
            (import.PlanId, import.State, import.DecidedAt) = (plan.Id, ImportState.Accepted, time.GetUtcNow());
            var result = new Result(plan.Id, plan.Rows.Count(r => !r.LeftOut), plan.Rows.Count(r => r.LeftOut), plan.Rows.Count(r => r.Flags != "[]"));
            db.Record(actor, time, nameof(AcceptPlanImport), $"plan-import/{import.Id.Value}", null, result);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return ReviewRefusals.ChangedMeanwhile;
            }

            return result;
        }

        private static Refusal? Refused(PlanImport import, Command command)
        {
            if (import.PlanId is null && Title(command.Title ?? import.Title) is null) return Refusals.TitleMissing;
            if (import.Rows.TrueForAll(r => r.State == ReviewState.LeftOut)) return Refusals.NoRows;
            var open = import.Rows.Where(r => r.State == ReviewState.Open).Select(r => (r.Number, Flags: PlanJson.Read<List<PlanFlag>>(r.Flags))).Where(r => r.Flags.Count > 0).ToList();
            if (open.Where(r => r.Flags.Exists(f => f.Kind == PlanFlagKind.Conflict)).Select(r => r.Number).ToList() is { Count: > 0 } conflicts) return Refusals.Conflicts(conflicts);
            return open.Count > 0 && !command.WithOpenRows ? Refusals.OpenRows(open.Count) : null;
        }

        private PlanRecord New(PlanImport import, string? title) => new()
        {
            Id = PlanId.New(),
            Title = Title(title ?? import.Title)!,
            Year = import.Year,
            Issuer = import.Issuer,
            Source = import.FileName,
            Tables = Tables(import),
            FrameworkId = import.FrameworkId,
            Demonstration = actor.Demonstration,
            AcceptedAt = time.GetUtcNow(),
            AcceptedBy = actor.Name,
        };

        // What stood in the plan when the file was read must stand there still.
        private static List<int> Changed(PlanImport import, PlanRecord plan)
        {
            var there = plan.Rows.ToDictionary(r => r.Id);
            return [.. import.Rows.Where(r => r.PlanRowId is { } id && !PlanJson.ReadWords(there[id].Words).Equals(PlanJson.ReadWords(r.Decided!))).Select(r => r.Number)];
        }

        private static void Take(PlanImport import, PlanRecord plan, ImportNames names)
        {
            var there = plan.Rows.ToDictionary(r => r.Id);
            var order = 0;
            foreach (var reviewed in import.Rows.OrderBy(r => r.Number))
            {
                var row = reviewed.PlanRowId is { } id ? there[id] : PlanRows.New(plan.Id, order, reviewed.Annex);
                if (reviewed.PlanRowId is null) plan.Rows.Add(row);
                (row.SortOrder, row.Annex, row.LeftOut) = (order++, reviewed.Annex, reviewed.State == ReviewState.LeftOut);
                row.Read = reviewed.Read;
                row.Flags = reviewed.State == ReviewState.Open ? reviewed.Flags : "[]";
                row.Say(PlanJson.ReadWords(reviewed.Words), plan.Year, names);
            }

            // Rows people wrote themselves follow those of the file.
            foreach (var own in plan.Rows.Where(r => !import.Rows.Exists(i => i.PlanRowId == r.Id) && there.ContainsKey(r.Id)).OrderBy(r => r.SortOrder)) own.SortOrder = order++;
        }

        private async Task<ImportNames> NamesAsync(PlanImport import, CancellationToken cancellationToken)
        {
            var register = await db.RegisterAsync(cancellationToken);
            return ImportNames.Of(import, register);
        }

        private static string Tables(PlanImport import) =>
            PlanJson.Write(PlanJson.Read<List<PlanAnnex>>(import.Annexes).ConvertAll(a => new PlanTable(a.Number, a.Title, a.Kind)));

        private static string? Title(string? text) => VietnameseText.Clean(text) is { Length: > 0 } title ? title : null;
    }
}
