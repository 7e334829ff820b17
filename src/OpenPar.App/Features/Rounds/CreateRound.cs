using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Sets up a round: its year and calendar, groups of units with a framework each, and a sheet a unit. Groups and units may follow while it is a draft.</summary>
public static class CreateRound
{
    /// <summary>Another agency that fills rows of all units of a group.</summary>
    /// <param name="Code">A leaf, or a node with all leaves below it.</param>
    /// <param name="Agency">The data supplier.</param>
    public sealed record Supply(CriterionCode Code, AgencyId Agency);

    /// <summary>Units scored by one framework and ranked among themselves.</summary>
    public sealed record Group(string Name, FrameworkId Framework, IReadOnlyList<AgencyId> Units, IReadOnlyList<Supply> Supplies);

    public sealed record Command(
        string Title, int Year, ScoringWay Way, RoundCalendar Calendar, IReadOnlyList<Group> Groups, RoundSettings? Settings = null, bool Demonstration = false)
    {
        /// <summary>The province's own sheet: one unit, each row with the agency that leads its criterion.</summary>
        public static Command OfOwners(string title, int year, FrameworkId framework, AgencyId unit, RoundCalendar calendar, bool demonstration = false) =>
            new(title, year, ScoringWay.ByCriterion, calendar, [new Group(title, framework, [unit], [])], null, demonstration);

        /// <summary>A round as a template or an earlier round gives it.</summary>
        public static Command Of(RoundSetup setup)
        {
            ArgumentNullException.ThrowIfNull(setup);
            return new(setup.Title, setup.Year, setup.Way, setup.Calendar,
                [.. setup.Groups.Select(g => new Group(g.Name, g.Framework, g.Units, [.. g.Supplies.Select(s => new Supply(s.Code, s.Agency))]))], setup.Settings);
        }
    }

    public static class Refusals
    {
        public static Refusal TitleMissing => Refusal.Of("title-missing", "Nhập tên kỳ đánh giá.", "Enter the title of the round.", "title");

        public static Refusal YearOutOfRange => Refusal.Of("year-out-of-range", "Năm đánh giá phải từ 2000 đến 2200.", "The year must lie between 2000 and 2200.", "year");

        public static Refusal NoFramework => Refusal.Of("no-framework", "Bộ chỉ số này chưa được nạp.", "This framework is not loaded.", "framework");

        public static Refusal RulesUnsound(Finding finding) => new("rules-unsound", new LocalText(
            $"Bộ chỉ số này chưa dùng được. Dòng {finding.Where}: {finding.Message.Vi} {finding.Remedy.Vi}",
            $"This framework cannot be used yet. Row {finding.Where}: {finding.Message.En} {finding.Remedy.En}"), "framework");

        public static Refusal NoUnit => Refusal.Of("no-unit", "Chọn đơn vị được đánh giá trong danh mục cơ quan.", "Choose the assessed unit from the register.", "unit");

        public static Refusal NoSupplier(string code) => Refusal.Of("no-supplier",
            $"Cơ quan cung cấp số liệu của dòng {code} không có trong danh mục.", $"The supplier of row {code} is not in the register.", "groups");

        public static Refusal SettingsWrong(Finding finding) => new("settings-wrong",
            new LocalText($"{finding.Message.Vi} {finding.Remedy.Vi}", $"{finding.Message.En} {finding.Remedy.En}"), finding.Where);

        public static Refusal TwiceInRound(string unit) => Refusal.Of("unit-twice",
            $"“{unit}” có trong hai nhóm; một đơn vị chỉ có một phiếu trong kỳ.", $"“{unit}” stands in two groups; a unit has one sheet in a round.", "unit");

        public static Refusal GroupNames => Refusal.Of("group-names", "Mỗi nhóm cần một tên riêng.", "Every group needs a name of its own.", "groups");

        public static Refusal CalendarOrder => Refusal.Of("calendar-order",
            "Ngày mở và các hạn phải theo thứ tự: mở, tự đánh giá, thẩm định lần 1, giải trình, thẩm định lần 2 (có thể trùng ngày).",
            "The days must be in order: opening, self-scoring, first appraisal, explanation, second appraisal (they may coincide).", "selfScoreDueOn");
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, RoundSheets sheets, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RoundId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var refusals = await CheckAsync(command, cancellationToken);
            if (refusals.Count > 0) return refusals;
            var round = NewRound(command);
            db.Rounds.Add(round);
            foreach (var (group, index) in command.Groups.Select((g, i) => (g, i))) await AddAsync(round, group, index, cancellationToken);
            db.Record(actor, time, nameof(CreateRound), $"round/{round.Id.Value}", after: new
            {
                round.Title,
                round.Year,
                round.Way,
                Groups = command.Groups.Select(g => new { g.Name, Framework = g.Framework.ToString(), Units = g.Units.Count }),
            });
            await db.SaveChangesAsync(cancellationToken);
            return round.Id;
        }

        private async Task<List<Refusal>> CheckAsync(Command command, CancellationToken cancellationToken)
        {
            var refusals = new List<Refusal>();
            if (string.IsNullOrWhiteSpace(command.Title)) refusals.Add(Refusals.TitleMissing);
            if (command.Year is < 2000 or > 2200) refusals.Add(Refusals.YearOutOfRange);
            if (!command.Calendar.InOrder) refusals.Add(Refusals.CalendarOrder);
            if (command.Groups.Any(g => string.IsNullOrWhiteSpace(g.Name)) || command.Groups.DistinctBy(g => g.Name.Trim()).Count() < command.Groups.Count) refusals.Add(Refusals.GroupNames);
            var units = command.Groups.SelectMany(g => g.Units).ToList();
            var known = await db.Agencies.Where(a => units.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToListAsync(cancellationToken);
            if (units.Any(u => known.All(k => k.Id != u))) refusals.Add(Refusals.NoUnit);
            refusals.AddRange(known.Where(k => units.Count(u => u == k.Id) > 1).Select(k => Refusals.TwiceInRound(k.Name)));
            var suppliers = command.Groups.SelectMany(g => g.Supplies).ToList();
            var supplying = suppliers.Select(s => s.Agency).Distinct().ToList();
            var found = await db.Agencies.Where(a => supplying.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken);
            refusals.AddRange(suppliers.Where(s => !found.Contains(s.Agency)).Select(s => Refusals.NoSupplier(s.Code.ToString())));
            refusals.AddRange((command.Settings ?? new RoundSettings()).Problems().Where(f => f.Severity == Severity.Error).Select(Refusals.SettingsWrong));
            foreach (var id in command.Groups.Select(g => g.Framework).Distinct())
            {
                var framework = await frameworks.FindAsync(db, id, cancellationToken);
                if (framework is null) refusals.Add(Refusals.NoFramework);
                else refusals.AddRange(frameworks.GraphOf(framework).Findings.Take(3).Select(Refusals.RulesUnsound));
            }

            return refusals;
        }

        private Round NewRound(Command command) => new()
        {
            Id = RoundId.New(),
            Title = VietnameseText.Clean(command.Title),
            Year = command.Year,
            Way = command.Way,
            State = RoundState.Draft,
            OpensOn = command.Calendar.OpensOn,
            SelfScoreDueOn = command.Calendar.SelfScoreDueOn,
            AppraisalDueOn = command.Calendar.AppraisalDueOn,
            ExplanationDueOn = command.Calendar.ExplanationDueOn,
            SecondAppraisalDueOn = command.Calendar.SecondAppraisalDueOn,
            Settings = command.Settings ?? new RoundSettings(),
            // What a played role sets up rests on invented units, and is labelled so.
            Demonstration = command.Demonstration || actor.Demonstration,
            CreatedAt = time.GetUtcNow(),
        };

        private async Task AddAsync(Round round, Group asked, int index, CancellationToken cancellationToken)
        {
            var group = new UnitGroup { Id = GroupId.New(), RoundId = round.Id, Name = VietnameseText.Clean(asked.Name), SortOrder = index, FrameworkId = asked.Framework };
            group.Suppliers.AddRange(asked.Supplies.DistinctBy(s => s.Code).Select(s => new GroupSupplier { GroupId = group.Id, Code = s.Code, AgencyId = s.Agency }));
            round.Groups.Add(group);
            await sheets.AddAsync(round, group, asked.Units, cancellationToken);
        }
    }
}
