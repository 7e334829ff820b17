using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Core.Rules;
using OpenPar.Core.Tests.Rules;

namespace OpenPar.Core.Tests.Rounds.Offline;

/// <summary>A file against the stored sheet, three ways.</summary>
public class OfflineDiffTests
{
    private static readonly CriterionCode Code = CriterionCode.Parse("1.1");
    private static readonly OfflineKey A = OfflineKey.Figure(Code, "a");
    private static readonly OfflineKey B = OfflineKey.Figure(Code, "b");
    private static readonly OfflineKey Way = OfflineKey.Figure(Code, "way");
    private static readonly OfflineKey Points = OfflineKey.Points(Code);
    private static readonly OfflineKey Words = OfflineKey.Explanation(Code);

    [Fact]
    public void A_text_changed_in_the_file_alone_is_proposed()
    {
        var change = Only(Diff(Sheet(), (B, "8")));
        Assert.Equal((OfflineChangeKind.InFile, "7", "7", "8", true), (change.Kind, change.Taken, change.Stored, change.InFile, change.Proposed));
    }

    [Fact]
    public void A_text_changed_in_the_system_alone_stays_and_is_not_proposed()
    {
        var taken = Sheet();
        var change = Only(OfflineDiff.Of(Sheet(b: "9"), Answer(taken)));
        Assert.Equal((OfflineChangeKind.Stored, "9", "7", false), (change.Kind, change.Stored, change.InFile, change.Proposed));
    }

    [Fact]
    public void A_text_changed_on_both_sides_is_a_conflict_and_is_told()
    {
        var diff = OfflineDiff.Of(Sheet(b: "9"), Answer(Sheet(), (B, "8")));
        var change = Only(diff);
        Assert.Equal((OfflineChangeKind.Conflict, "7", "9", "8", false), (change.Kind, change.Taken, change.Stored, change.InFile, change.Proposed));
        Assert.Equal("phieu.xlsx, trang tính Phiếu, ô D2", Assert.Single(diff.Findings).Where);
    }

    [Fact]
    public void The_same_change_on_both_sides_is_no_difference() => Assert.Empty(OfflineDiff.Of(Sheet(b: "8"), Answer(Sheet(), (B, "8,0"))).Rows);

    [Theory]
    [InlineData("7,0")]
    [InlineData("07")]
    [InlineData(" 7 ")]
    public void The_same_number_written_otherwise_is_no_difference(string written) => Assert.Empty(Diff(Sheet(), (B, written)).Rows);

    [Theory]
    [InlineData("mười", "mười")]
    [InlineData("1,5", "1,5")]
    [InlineData("-3", "-3")]
    public void What_cannot_be_used_is_kept_and_told_with_its_cell(string written, string kept)
    {
        var diff = Diff(Sheet(), (B, written));
        var change = Only(diff);
        Assert.Equal((kept, false), (change.InFile, change.Proposed));
        Assert.NotNull(change.Problem);
        Assert.Contains("ô D2", Assert.Single(diff.Findings).Where, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_the_figure_it_may_not_exceed_is_told()
    {
        var diff = Diff(Sheet(), (B, "11"));
        Assert.True(Only(diff).Proposed);
        Assert.Contains("lớn hơn", Assert.Single(diff.Findings).Message.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Thực hiện đầy đủ", "full")]
    [InlineData("thực hiện  ĐẦY ĐỦ", "full")]
    [InlineData("full", "full")]
    [InlineData("Không thực hiện (none)", "none")]
    public void Options_are_known_by_label_or_key(string written, string key) => Assert.Equal(key, Only(Diff(Sheet(), (Way, written))).InFile);

    [Fact]
    public void An_unknown_option_is_kept_and_the_options_are_named()
    {
        var diff = Diff(Sheet(), (Way, "Một phần"));
        Assert.Equal(("Một phần", false), (Only(diff).InFile, Only(diff).Proposed));
        Assert.Contains("Thực hiện đầy đủ", Assert.Single(diff.Findings).Remedy.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,75", true)]
    [InlineData("0.125", true)]
    [InlineData("2", false)]
    [InlineData("-1", false)]
    public void Points_stay_between_nothing_and_the_maximum(string written, bool proposed) => Assert.Equal(proposed, Only(Diff(Sheet(), (Points, written))).Proposed);

    [Fact]
    public void A_row_that_takes_no_more_changes_is_told_and_not_proposed()
    {
        var diff = OfflineDiff.Of(Sheet(writable: false), Answer(Sheet(), (B, "8")));
        Assert.False(Only(diff).Proposed);
        Assert.Contains("không còn nhận sửa đổi", Assert.Single(diff.Findings).Message.Vi, StringComparison.Ordinal);
        Assert.Equal("7", Assert.Single(diff.Rows).With(new HashSet<OfflineKey> { B })[B]);
    }

    [Fact]
    public void What_a_person_took_stands_among_all_texts_of_the_row()
    {
        var row = Assert.Single(Diff(Sheet(), (B, "8"), (Words, "Lý do")).Rows);
        Assert.Equal(
            new Dictionary<OfflineKey, string> { [A] = "10", [B] = "8", [Way] = "", [Points] = "", [Words] = "" },
            row.With(new HashSet<OfflineKey> { B }));
    }

    [Fact]
    public void A_row_saved_since_is_known_by_its_version()
    {
        Assert.False(Assert.Single(Diff(Sheet(), (B, "8")).Rows).SavedSince);
        Assert.True(Assert.Single(OfflineDiff.Of(Sheet(version: 4), Answer(Sheet(), (B, "8"))).Rows).SavedSince);
    }

    [Fact]
    public void A_row_made_anew_is_not_compared()
    {
        var diff = OfflineDiff.Of(Sheet(row: "another"), Answer(Sheet(), (B, "8")));
        Assert.Empty(diff.Rows);
        Assert.Equal(Severity.Warning, Assert.Single(diff.Findings).Severity);
    }

    [Fact]
    public void A_rate_below_one_is_asked_about()
    {
        var rate = new OfflineFigure { Fact = new FactDefinition { Name = "a", Label = "Tỷ lệ", Type = FactType.Percent }, Text = "80" };
        var sheet = Sheet() with { Rows = [new OfflineRow(Code, "Tiêu chí", 1, Sheet().Rows[0].Leaf! with { Figures = [rate] })] };
        var diff = OfflineDiff.Of(sheet, Answer(sheet, (A, "0,85")));
        Assert.Equal("0,85", Only(diff).InFile);
        Assert.Contains("85 %", Assert.Single(diff.Findings).Message.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#1.2.3/f.a")]
    [InlineData("#1/s.b1")]
    [InlineData("#8.1/points")]
    [InlineData("#8.1/explanation")]
    public void A_key_is_read_as_it_is_written(string text)
    {
        Assert.True(OfflineKey.TryParse(text, out var key));
        Assert.Equal(text, key.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("#/f.a")]
    [InlineData("#1.2.3/")]
    [InlineData("#1.2.3/f.")]
    [InlineData("#a/points")]
    public void Other_texts_are_no_keys(string text) => Assert.False(OfflineKey.TryParse(text, out _));

    [Fact]
    public void A_file_nobody_touched_changes_nothing_whatever_the_rule_asks() => Prop.ForAll<int>(seed =>
    {
        var rule = AnyRule.Of(seed, 2);
        var facts = AnyFacts.Of(rule, seed);
        var texts = rule.Needs.DistinctBy(f => f.Name).Where(f => facts.Has(f.Name)).ToDictionary(f => f.Name, f => FactText.Write(f, facts.Value(f.Name)!.Value));
        var sheet = Sheet() with { Rows = [new OfflineRow(Code, "Tiêu chí", 1, Sheet().Rows[0].Leaf! with { Figures = OfflineFigure.Of(rule, texts) })] };
        Assert.Empty(Diff(sheet).Rows);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static OfflineDiff Diff(OfflineSheet sheet, params (OfflineKey Key, string Text)[] written) => OfflineDiff.Of(sheet, Answer(sheet, written));

    private static OfflineChange Only(OfflineDiff diff) => Assert.Single(Assert.Single(diff.Rows).Changes);

    private static OfflineAnswer Answer(OfflineSheet taken, params (OfflineKey Key, string Text)[] written)
    {
        var texts = written.ToDictionary(w => w.Key, w => w.Text);
        return new OfflineAnswer(OfflineCopy.Of(taken, _ => true), [.. taken.Fields.Select((field, i) => new OfflineEntry(
            field.Key, texts.GetValueOrDefault(field.Key) ?? field.Shown(field.Text), new SourcePlace("phieu.xlsx", i + 1, Sheet: "Phiếu", Cell: $"D{i + 1}")))]);
    }

    private static OfflineSheet Sheet(string b = "7", bool writable = true, uint version = 3, string row = "row") => new()
    {
        Id = "sheet",
        Round = "Đợt 2025",
        Year = 2025,
        Unit = "Sở Nội vụ",
        Framework = FrameworkId.Parse("par-index-province/1187-2025"),
        Decision = "Quyết định số 1187/QĐ-BNV",
        TakenAt = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero),
        Rows =
        [
            new OfflineRow(Code, "Tiêu chí", 1, new OfflineLeaf
            {
                RowId = row,
                Version = version,
                Writable = writable,
                AsksPoints = true,
                Figures =
                [
                    new OfflineFigure { Fact = new FactDefinition { Name = "a", Label = "Tổng số" }, Text = "10" },
                    new OfflineFigure { Fact = new FactDefinition { Name = "b", Label = "Đã xong", AtMost = "a" }, Text = b },
                    new OfflineFigure
                    {
                        Fact = new FactDefinition { Name = "way", Label = "Mức độ", Type = FactType.Choice },
                        Options = [new("full", "Thực hiện đầy đủ", 1), new("none", "Không thực hiện", 0), new("late", "Không thực hiện", 0)],
                    },
                ],
            }),
        ],
    };
}
