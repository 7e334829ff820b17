using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Tests.Organisations.Reorganising;

/// <summary>What a reorganisation does, from what stands. Agencies and figures are invented.</summary>
public sealed class ReorganisationPlanTests
{
    private static readonly DateOnly Change = new(2025, 7, 1);
    private static readonly FrameworkId Set = FrameworkId.Parse("noi-bo/1-2025");
    private static readonly Dictionary<string, string> NoChoice = [];
    private static readonly Guid Round = new("11111111-0000-0000-0000-000000000000");
    private static readonly Guid Group = new("22222222-0000-0000-0000-000000000000");

    [Fact]
    public void Communes_that_become_one_end_the_day_before_and_the_new_one_gets_a_sheet_in_their_group()
    {
        var plan = ReorganisationPlan.Of(State(Sheet("xa-a", Filled("1.1", 3)), Sheet("xa-b"), Sheet("xa-c")), Merge("xa-moi", opens: true, "xa-a", "xa-b", "xa-c"), NoChoice);

        Assert.Equal(3, plan.Steps.OfType<CloseAgency>().Count(c => c.LastDay == new DateOnly(2025, 6, 30)));
        Assert.Equal(Change, plan.Steps.OfType<OpenAgency>().Single().FirstDay);
        Assert.Equal(3, plan.Steps.OfType<LinkAgencies>().Count());
        var open = plan.Steps.OfType<OpenSheet>().Single();
        Assert.Equal((Group, Id("xa-moi")), (open.Group, open.Unit));
        Assert.Equal(3, plan.Steps.OfType<RetireSheet>().Count());
        var fill = plan.Steps.OfType<FillRow>().Single();
        Assert.Equal((RowMaking.Take, 3m), (fill.Making, fill.Facts["a"].Number));
        Assert.Empty(plan.Conflicts);
    }

    [Fact]
    public void Counts_of_several_units_add_up_only_when_a_person_says_so()
    {
        var state = State(Sheet("xa-a", Filled("1.1", 3)), Sheet("xa-b", Filled("1.1", 4)));
        var asked = Merge("xa-moi", opens: true, "xa-a", "xa-b");
        var open = ReorganisationPlan.Of(state, asked, NoChoice);
        var conflict = Assert.Single(open.Conflicts);
        Assert.False(open.Decided);
        Assert.Empty(open.Steps.OfType<FillRow>());
        Assert.Equal((RowConflict.Sum, 7m), (conflict.Proposal, conflict.Summed["a"].Number));

        var summed = ReorganisationPlan.Of(state, asked, new Dictionary<string, string> { [conflict.Key] = RowConflict.Sum });
        Assert.Equal(7m, summed.Steps.OfType<FillRow>().Single().Facts["a"].Number);
        var taken = ReorganisationPlan.Of(state, asked, new Dictionary<string, string> { [conflict.Key] = RowConflict.Take(Id("xa-b")) });
        Assert.Equal(4m, taken.Steps.OfType<FillRow>().Single().Facts["a"].Number);
        Assert.Equal(2, taken.Steps.OfType<FillRow>().Single().From.Count);
        var foreign = ReorganisationPlan.Of(state, asked, new Dictionary<string, string> { [conflict.Key] = "take:so-la" });
        Assert.False(foreign.Decided);
    }

    [Fact]
    public void Choices_that_differ_are_never_added_up_and_those_that_agree_are_no_conflict()
    {
        var differ = ReorganisationPlan.Of(State(Sheet("xa-a", Chosen("1.1", "full")), Sheet("xa-b", Chosen("1.1", "none"))), Merge("xa-moi", opens: true, "xa-a", "xa-b"), NoChoice);
        var conflict = Assert.Single(differ.Conflicts);
        Assert.DoesNotContain(RowConflict.Sum, conflict.Offered);
        Assert.Equal(RowConflict.Take(Id("xa-a")), conflict.Proposal);

        var agree = ReorganisationPlan.Of(State(Sheet("xa-a", Chosen("1.1", "full")), Sheet("xa-b", Chosen("1.1", "full"))), Merge("xa-moi", opens: true, "xa-a", "xa-b"), NoChoice);
        Assert.Empty(agree.Conflicts);
        Assert.Equal("full", agree.Steps.OfType<FillRow>().Single().Facts["choice"].Choice);
    }

    [Fact]
    public void A_sheet_that_stands_goes_on_with_its_decided_rows_and_a_signed_one_takes_nothing()
    {
        var decided = ReorganisationPlan.Of(
            State(Sheet("xa-a", Filled("1.1", 3)), Sheet("so-x", Filled("1.1", 9, RowState.Appraised))), Merge("so-x", opens: false, "xa-a"), NoChoice);
        Assert.Empty(decided.Steps.OfType<FillRow>());
        Assert.Empty(decided.Steps.OfType<OpenSheet>());
        Assert.Contains(decided.Warnings, w => w.Vi.Contains("giữ nguyên kết quả", StringComparison.Ordinal));

        var signed = ReorganisationPlan.Of(
            State(Sheet("xa-a", Filled("1.1", 3)), Sheet("so-x", Filled("1.1", 9, RowState.Submitted)) with { State = SheetState.Signed }), Merge("so-x", opens: false, "xa-a"), NoChoice);
        Assert.Empty(signed.Steps.OfType<FillRow>());
        Assert.Single(signed.Steps.OfType<RetireSheet>());
        Assert.Contains(signed.Warnings, w => w.Vi.Contains("mở lại phiếu", StringComparison.Ordinal));
    }

    [Fact]
    public void A_split_gives_rows_whole_to_the_one_named_and_opens_the_others_empty()
    {
        var asked = new Reorganisation(SuccessionKind.Split, Change, [Id("xa-a")],
            [new(Id("xa-1"), "Xã Một", AgencyKind.Local, true) { Codes = [CriterionCode.Parse("1.1")] }, new(Id("xa-2"), "Xã Hai", AgencyKind.Local, true)]);
        var plan = ReorganisationPlan.Of(State(Sheet("xa-a", Filled("1.1", 3), Filled("1.2", 5))), asked, NoChoice);

        Assert.Equal(2, plan.Steps.OfType<OpenSheet>().Count());
        var fill = Assert.Single(plan.Steps.OfType<FillRow>());
        Assert.Equal((Id("xa-1"), CriterionCode.Parse("1.1")), (fill.Unit, fill.Code));
    }

    [Fact]
    public void A_transfer_moves_what_was_supplied_for_others_and_leaves_sheets_alone()
    {
        var state = State(Sheet("so-x"), Sheet("xa-a")) with
        {
            Owned =
            [
                new(Guid.NewGuid(), Guid.NewGuid(), Id("xa-a"), CriterionCode.Parse("1.1"), "Kỳ mẫu", Id("so-x")),
                new(Guid.NewGuid(), Guid.NewGuid(), Id("so-x"), CriterionCode.Parse("1.1"), "Kỳ mẫu", Id("so-x")),
                new(Guid.NewGuid(), Guid.NewGuid(), Id("xa-a"), CriterionCode.Parse("2.1"), "Kỳ mẫu", Id("so-x")),
            ],
            Duties = [new(Set, CriterionCode.Parse("1.2"), true, Id("so-x")), new(Set, CriterionCode.Parse("2.2"), true, Id("so-x"))],
        };
        var asked = new Reorganisation(SuccessionKind.Transfer, Change, [Id("so-x")], [new(Id("so-y"), "Sở Y", AgencyKind.Department, false) { Codes = [CriterionCode.Parse("1")] }]);
        var plan = ReorganisationPlan.Of(state, asked, NoChoice);

        Assert.Equal(Id("xa-a"), Assert.Single(plan.Steps.OfType<MoveOwner>()).Unit);
        Assert.Equal("1.2", Assert.Single(plan.Steps.OfType<MoveDuty>()).Code.ToString());
        Assert.Empty(plan.Steps.OfType<RetireSheet>());
        Assert.Empty(plan.Steps.OfType<CloseAgency>());
    }

    [Fact]
    public void A_rename_keeps_the_identity_or_hands_the_sheet_over_as_it_stands()
    {
        var kept = ReorganisationPlan.Of(State(Sheet("so-x")), new Reorganisation(SuccessionKind.Rename, Change, [Id("so-x")], [new(Id("so-x"), "Sở Mới", AgencyKind.Department, false)]), NoChoice);
        Assert.Equal(("so-x", "Sở Mới"), (Assert.IsType<RenameAgency>(Assert.Single(kept.Steps)).Former, ((RenameAgency)kept.Steps[0]).Name));

        var handed = ReorganisationPlan.Of(
            State(Sheet("so-x", Filled("1.1", 3, RowState.Appraised)) with { State = SheetState.Signed }),
            new Reorganisation(SuccessionKind.Rename, Change, [Id("so-x")], [new(Id("so-moi"), "Sở Mới", AgencyKind.Department, true)]), NoChoice);
        Assert.Single(handed.Steps.OfType<HandSheet>());
        Assert.Empty(handed.Steps.OfType<RetireSheet>());
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        var state = State(Sheet("xa-a")) with { Agencies = [Agency("xa-a"), Agency("xa-cu") with { ValidTo = new DateOnly(2024, 12, 31) }, Agency("so-x"), Agency("so-sau") with { ValidFrom = new DateOnly(2026, 1, 1) }] };

        Assert.Equal("same-agency", Refused(state, Merge("xa-a", opens: false, "xa-a")));
        Assert.Equal("not-on-day", Refused(state, Merge("so-x", opens: false, "xa-cu")));
        Assert.Equal("unknown", Refused(state, Merge("so-x", opens: false, "xa-la")));
        Assert.Equal("successor-not-on-day", Refused(state, Merge("so-sau", opens: false, "xa-a")));
        Assert.Equal("taken", Refused(state, Merge("so-x", opens: true, "xa-a")));
        Assert.Equal("twice", Refused(state, Merge("so-x", opens: false, "xa-a", "xa-a")));
        Assert.Equal("counts", Refused(state, Merge("so-x", opens: false)));
        Assert.Equal("nothing-named", Refused(state, Merge("so-x", opens: false, "xa-a") with { Kind = SuccessionKind.Transfer }));
        Assert.Equal("same-name", Refused(state, new Reorganisation(SuccessionKind.Rename, Change, [Id("so-x")], [new(Id("so-x"), "so-x", AgencyKind.Department, false)])));
        var twice = new Successor(Id("xa-1"), "Một", AgencyKind.Local, true) { Codes = [CriterionCode.Parse("1.1")] };
        Assert.Equal("code-twice", Refused(state, new Reorganisation(SuccessionKind.Split, Change, [Id("xa-a")], [twice, twice with { Id = Id("xa-2") }])));
    }

    [Fact]
    public void Whatever_the_figures_the_plan_is_the_same_twice_sums_are_whole_and_nothing_goes_to_an_agency_that_ends()
    {
        Prop.ForAll<NonNegativeInt[]>(figures =>
        {
            var units = figures.Take(12).Select((_, i) => $"xa-{i}").Prepend("xa-x").ToArray();
            SheetPlace[] sheets = [.. units.Select((u, i) => i == 0 ? Sheet(u) : Sheet(u, Filled("1.1", figures[i - 1].Get)))];
            var state = State(sheets) with { Accounts = [.. units.Select(u => new AccountPlace(Guid.NewGuid(), Id(u), "Đầu mối " + u))] };
            var asked = Merge("xa-moi", opens: true, units);
            var open = ReorganisationPlan.Of(state, asked, NoChoice);
            var choices = open.Conflicts.ToDictionary(c => c.Key, _ => RowConflict.Sum);
            var plan = ReorganisationPlan.Of(state, asked, choices);
            var again = ReorganisationPlan.Of(state, asked, choices);
            var filled = plan.Steps.OfType<FillRow>().ToList();
            return plan.Decided
                && plan.Steps.Select(s => s.ToString()).SequenceEqual(again.Steps.Select(s => s.ToString()))
                && filled.Sum(f => f.Facts["a"].Number) == figures.Take(12).Sum(f => (decimal)f.Get)
                && plan.Steps.OfType<RetireSheet>().Count() == units.Length
                && plan.Steps.OfType<MoveAccount>().Count(m => m.To == Id("xa-moi")) == units.Length
                && plan.Steps.OfType<OpenSheet>().Single().Rows.All(r => r.Owners.All(o => !units.Contains(o.ToString())));
        }).QuickCheckThrowOnFailure();
    }

    private static string Refused(ReorganisationState state, Reorganisation asked) => Assert.Single(ReorganisationPlan.Of(state, asked, NoChoice).Refusals).Code;

    private static AgencyId Id(string id) => AgencyId.Parse(id);

    private static Agency Agency(string id) => new() { Id = Id(id), Name = id, Kind = AgencyKind.Local };

    private static Reorganisation Merge(string into, bool opens, params string[] sources) =>
        new(SuccessionKind.Merge, Change, [.. sources.Select(Id)], [new(Id(into), into, AgencyKind.Local, opens)]);

    private static ReorganisationState State(params SheetPlace[] sheets) => new()
    {
        Today = Change,
        Agencies = [.. sheets.Select(s => Agency(s.Unit.ToString())).Concat([Agency("so-x"), Agency("so-y")]).DistinctBy(a => a.Id)],
        Sheets = sheets,
    };

    private static SheetPlace Sheet(string unit, params RowPlace[] rows)
    {
        RowPlace[] all = [.. new[] { "1.1", "1.2" }.Select(code => rows.FirstOrDefault(r => r.Code.ToString() == code) ?? Row(code, RowState.NotStarted, [], [])).Select(r => r with { Owners = [Id(unit)] })];
        return new SheetPlace(Guid.NewGuid(), Round, "Kỳ mẫu", Group, "Các xã", Set, SheetState.Filling, Id(unit), Change.AddDays(30), all);
    }

    private static RowPlace Filled(string code, decimal figure, RowState state = RowState.InProgress) => Row(code, state, new() { ["a"] = FactValue.Of(figure) }, ["a"]);

    private static RowPlace Chosen(string code, string key) => Row(code, RowState.InProgress, new() { ["choice"] = FactValue.Of(key) }, []);

    private static RowPlace Row(string code, RowState state, Dictionary<string, FactValue> facts, string[] summable) =>
        new(Guid.NewGuid(), CriterionCode.Parse(code), state, facts, summable, null, false, [], 0);
}
