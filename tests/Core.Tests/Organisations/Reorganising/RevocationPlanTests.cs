using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Rounds;

namespace OpenPar.Core.Tests.Organisations.Reorganising;

/// <summary>Taking back what was carried out, over random small provinces. Agencies and figures are invented.</summary>
public sealed class RevocationPlanTests
{
    [Fact]
    public void Carried_out_and_taken_back_leaves_everything_as_it_stood()
    {
        Prop.ForAll<int, PositiveInt>((seed, kind) =>
        {
            var province = new SmallProvince(seed, units: 4);
            var stood = province.Picture();
            var back = province.CarryOut(Asked(kind.Get, seed));
            var moved = province.Picture();
            var plan = back();
            province.TakeBack(plan);
            return plan.Possible && moved != stood && province.Picture() == stood;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_is_typed_meanwhile_is_taken_by_a_row_or_told_in_a_note_and_stays_on_the_sheet_that_is_history()
    {
        Prop.ForAll<int, PositiveInt>((seed, kind) =>
        {
            var province = new SmallProvince(seed, units: 4);
            var asked = Asked(kind.Get, seed);
            var back = province.CarryOut(asked);
            var typed = new List<(SmallProvince.Row Row, string Words, long Citation)>();
            foreach (var row in asked.Successors.SelectMany(s => province.Sheets.Values.Where(x => x.Unit == s.Id && x.State == SheetState.Filling)).SelectMany(s => s.Rows))
            {
                var there = row.Citations.ToList();
                province.Type(row, 1000 + typed.Count);
                typed.Add((row, row.Typed.Explanation!, row.Citations.Except(there).Single()));
            }

            var plan = back();
            province.TakeBack(plan);
            var live = province.Sheets.Values.Where(s => s.State != SheetState.Retired).SelectMany(s => s.Rows).ToList();
            return plan.Possible && typed.TrueForAll(t =>
                live.Exists(r => r.Typed.Explanation == t.Words || r.Notes.Contains(t.Words)) && (live.Exists(r => r.Citations.Contains(t.Citation)) || t.Row.Citations.Contains(t.Citation)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_row_of_one_unit_takes_what_was_typed_and_rows_of_several_note_it()
    {
        var split = new SmallProvince(7, units: 3);
        var sheet = split.SheetOf("xa-0");
        (sheet.State, var row) = (SheetState.Filling, split.RowOf("xa-0", "1.1"));
        row.State = RowState.InProgress;
        var back = split.CarryOut(Split("xa-0"));
        split.Type(split.RowOf("xa-nam", "1.1"), 77);
        split.TakeBack(back());
        Assert.Equal(77m, row.Typed.Facts["a"].Number);
        Assert.Empty(row.Notes);

        var merged = new SmallProvince(7, units: 3);
        var own = merged.RowOf("xa-1", "1.1").Typed;
        back = merged.CarryOut(Merge("xa-moi", opens: true, "xa-0", "xa-1"));
        merged.Type(merged.RowOf("xa-moi", "1.1"), 77);
        merged.TakeBack(back());
        Assert.True(own.SaysWhat(merged.RowOf("xa-1", "1.1").Typed));
        Assert.Equal("sửa 77", Assert.Single(merged.RowOf("xa-1", "1.1").Notes));
        Assert.Equal("sửa 77", Assert.Single(merged.RowOf("xa-0", "1.1").Notes));
        Assert.Equal(SheetState.Retired, merged.SheetOf("xa-moi").State);
        Assert.True(merged.Agencies[SmallProvince.Id("xa-moi")].Void);
    }

    [Fact]
    public void A_signed_sheet_keeps_its_words_and_what_was_typed_since_is_noted()
    {
        var province = new SmallProvince(3, units: 2);
        var sheet = province.SheetOf("xa-0");
        foreach (var one in sheet.Rows) (one.State, one.Typed) = (RowState.Submitted, TypedRow.Nothing with { Explanation = "đã ký" });
        sheet.State = SheetState.Signed;
        var back = province.CarryOut(Merge("xa-moi", opens: true, "xa-0"));
        province.Type(province.RowOf("xa-moi", "1.1"), 5);
        var plan = back();
        Assert.Contains(plan.Kept, k => k.Vi.Contains("ở lại phiếu lịch sử", StringComparison.Ordinal));
        province.TakeBack(plan);

        Assert.Equal(SheetState.Signed, sheet.State);
        Assert.All(sheet.Rows, r => Assert.Equal("đã ký", r.Typed.Explanation));
        Assert.Equal("sửa 5", Assert.Single(province.RowOf("xa-0", "1.1").Notes));
    }

    [Theory]
    [InlineData(SheetState.InReview)]
    [InlineData(SheetState.Signed)]
    [InlineData(SheetState.Announced)]
    [InlineData(SheetState.Settled)]
    public void A_sheet_that_was_handed_on_stands_in_the_way(SheetState state)
    {
        var province = new SmallProvince(1, units: 3);
        var back = province.CarryOut(Merge("xa-moi", opens: true, "xa-0", "xa-1"));
        province.SheetOf("xa-moi").State = state;
        Assert.Contains(back().Obstacles, o => o.Vi.Contains("xa-moi", StringComparison.Ordinal) && o.Vi.Contains(RowStateNames.Of(state).Vi, StringComparison.Ordinal));
    }

    [Fact]
    public void Decided_rows_ended_rounds_and_an_edited_register_stand_in_the_way_all_at_once()
    {
        var province = new SmallProvince(1, units: 3);
        var back = province.CarryOut(Merge("xa-moi", opens: true, "xa-0", "xa-1"));
        province.RowOf("xa-moi", "1.2").State = RowState.Appraised;
        province.RoundState = RoundState.Published;
        province.Agencies[SmallProvince.Id("xa-0")] = province.Agencies[SmallProvince.Id("xa-0")] with { ValidTo = new DateOnly(2026, 1, 1) };
        var newcomer = Guid.NewGuid();
        province.Accounts.Add(newcomer, SmallProvince.Id("xa-moi"));

        var obstacles = back().Obstacles;
        Assert.Equal(4, obstacles.Count);
        Assert.Contains(obstacles, o => o.Vi.Contains("dòng 1.2", StringComparison.Ordinal));
        Assert.Contains(obstacles, o => o.Vi.Contains("Mở lại kỳ", StringComparison.Ordinal));
        Assert.Contains(obstacles, o => o.Vi.Contains("30/06/2025", StringComparison.Ordinal));
        Assert.Contains(obstacles, o => o.Vi.Contains($"người {newcomer}", StringComparison.Ordinal));
    }

    [Fact]
    public void What_somebody_gave_to_a_third_since_stays_there()
    {
        var province = new SmallProvince(2, units: 3);
        var back = province.CarryOut(Merge("xa-moi", opens: true, "xa-0", "xa-1"));
        var (person, third) = (province.Accounts.First(a => a.Value == SmallProvince.Id("xa-moi")).Key, SmallProvince.Id("so-y"));
        province.Accounts[person] = third;
        var duty = province.Duties.FirstOrDefault(d => d.Agency == SmallProvince.Id("xa-moi"));
        if (duty != default)
        {
            province.Duties.Remove(duty);
            province.Duties.Add(duty with { Agency = third });
        }

        var plan = back();
        province.TakeBack(plan);
        Assert.True(plan.Possible);
        Assert.Equal(third, province.Accounts[person]);
        Assert.Contains(plan.Kept, k => k.Vi.Contains($"người {person}", StringComparison.Ordinal));
        if (duty != default) Assert.Contains(duty with { Agency = third }, province.Duties);
    }

    private static Reorganisation Asked(int kind, int seed) => (kind % 6) switch
    {
        0 => Merge("xa-moi", opens: true, "xa-0", "xa-1", "xa-2"),
        1 => Merge("xa-3", opens: false, "xa-0", "xa-1"),
        2 => Split("xa-0"),
        3 => new Reorganisation(SuccessionKind.Rename, SmallProvince.Day, [SmallProvince.Id("xa-0")], [new(SmallProvince.Id("xa-0"), "Xã Tên Mới", AgencyKind.Local, false)]),
        4 => new Reorganisation(SuccessionKind.Rename, SmallProvince.Day, [SmallProvince.Id("xa-0")], [new(SmallProvince.Id("xa-khac"), "Xã Khác", AgencyKind.Local, true)]),
        _ => new Reorganisation(SuccessionKind.Transfer, SmallProvince.Day, [SmallProvince.Id("so-x")],
            [new(SmallProvince.Id("so-y"), "so-y", AgencyKind.Department, false) { Codes = [CriterionCode.Parse(seed % 2 == 0 ? "1" : "1.3")] }]),
    };

    private static Reorganisation Split(string unit) => new(SuccessionKind.Split, SmallProvince.Day, [SmallProvince.Id(unit)],
        [new(SmallProvince.Id("xa-bac"), "Xã Bắc", AgencyKind.Local, true) { Codes = [CriterionCode.Parse("1.2")] }, new(SmallProvince.Id("xa-nam"), "Xã Nam", AgencyKind.Local, true) { Codes = [CriterionCode.Parse("1.1")] }]);

    private static Reorganisation Merge(string into, bool opens, params string[] sources) =>
        new(SuccessionKind.Merge, SmallProvince.Day, [.. sources.Select(SmallProvince.Id)], [new(SmallProvince.Id(into), into, AgencyKind.Local, opens)]);
}
