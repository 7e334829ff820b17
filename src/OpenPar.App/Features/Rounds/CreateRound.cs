using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Sets up a round: the framework, the year, the calendar, and one sheet whose rows belong to their lead agencies.</summary>
public static class CreateRound
{
    /// <summary>The calendar has inclusive ends.</summary>
    public sealed record Command(
        string Title, int Year, FrameworkId Framework, AgencyId Unit,
        DateOnly OpensOn, DateOnly SelfScoreDueOn, DateOnly AppraisalDueOn, bool Demonstration = false);

    public static class Refusals
    {
        public static Refusal TitleMissing => Refusal.Of("title-missing", "Nhập tên kỳ đánh giá.", "Enter the title of the round.", "title");

        public static Refusal YearOutOfRange => Refusal.Of("year-out-of-range", "Năm đánh giá phải từ 2000 đến 2200.", "The year must lie between 2000 and 2200.", "year");

        public static Refusal NoFramework => Refusal.Of("no-framework", "Bộ chỉ số này chưa được nạp.", "This framework is not loaded.", "framework");

        public static Refusal RulesUnsound(Finding finding) => new("rules-unsound", new LocalText(
            $"Bộ chỉ số này chưa dùng được. Dòng {finding.Where}: {finding.Message.Vi} {finding.Remedy.Vi}",
            $"This framework cannot be used yet. Row {finding.Where}: {finding.Message.En} {finding.Remedy.En}"), "framework");

        public static Refusal NoUnit => Refusal.Of("no-unit", "Chọn đơn vị được đánh giá trong danh mục cơ quan.", "Choose the assessed unit from the register.", "unit");

        public static Refusal CalendarOrder => Refusal.Of("calendar-order",
            "Ngày mở phải trước hoặc trùng hạn tự chấm; hạn tự chấm phải trước hoặc trùng hạn thẩm định.",
            "The round opens on or before the self-score deadline, which is on or before the appraisal deadline.", "selfScoreDueOn");
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RoundId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var refusals = new List<Refusal>();
            if (string.IsNullOrWhiteSpace(command.Title)) refusals.Add(Refusals.TitleMissing);
            if (command.Year is < 2000 or > 2200) refusals.Add(Refusals.YearOutOfRange);
            if (command.OpensOn > command.SelfScoreDueOn || command.SelfScoreDueOn > command.AppraisalDueOn) refusals.Add(Refusals.CalendarOrder);
            if (!await db.Agencies.AnyAsync(a => a.Id == command.Unit, cancellationToken)) refusals.Add(Refusals.NoUnit);
            var framework = await frameworks.FindAsync(db, command.Framework, cancellationToken);
            if (framework is null) refusals.Add(Refusals.NoFramework);
            else refusals.AddRange(frameworks.GraphOf(framework).Findings.Take(3).Select(Refusals.RulesUnsound));
            if (refusals.Count > 0) return refusals;

            var leads = await LeadsAsync(command.Framework, cancellationToken);
            var round = NewRound(command, framework!, leads);
            db.Rounds.Add(round);
            db.Record(actor, time, nameof(CreateRound), $"round/{round.Id.Value}", after: new { round.Title, round.Year, Framework = round.FrameworkId.ToString() });
            await db.SaveChangesAsync(cancellationToken);
            return round.Id;
        }

        private async Task<ILookup<CriterionCode, AgencyId>> LeadsAsync(FrameworkId framework, CancellationToken cancellationToken)
        {
            var assignments = await db.Assignments.AsNoTracking()
                .Where(a => a.FrameworkId == framework && a.Role == AssignmentRole.Lead)
                .Select(a => new { a.Code, a.AgencyId }).ToListAsync(cancellationToken);
            return assignments.ToLookup(a => a.Code, a => a.AgencyId);
        }

        private Round NewRound(Command command, Framework framework, ILookup<CriterionCode, AgencyId> leads)
        {
            var round = new Round
            {
                Id = RoundId.New(),
                Title = VietnameseText.Clean(command.Title),
                Year = command.Year,
                FrameworkId = command.Framework,
                State = RoundState.Draft,
                OpensOn = command.OpensOn,
                SelfScoreDueOn = command.SelfScoreDueOn,
                AppraisalDueOn = command.AppraisalDueOn,
                Demonstration = command.Demonstration,
                CreatedAt = time.GetUtcNow(),
            };
            var sheet = new Sheet { Id = SheetId.New(), RoundId = round.Id, UnitId = command.Unit };
            round.Sheets.Add(sheet);
            sheet.Rows.AddRange(framework.Leaves.Select((leaf, index) => NewRow(sheet.Id, leaf.Code, index, leads[leaf.Code])));
            return round;
        }

        private static Row NewRow(SheetId sheet, CriterionCode code, int index, IEnumerable<AgencyId> leads)
        {
            var id = RowId.New();
            return new Row
            {
                Id = id,
                SheetId = sheet,
                Code = code,
                SortOrder = index,
                State = RowState.NotStarted,
                Owners = [.. leads.Select(agency => new RowOwner { RowId = id, AgencyId = agency })],
            };
        }
    }
}
