using DocumentFormat.OpenXml.Spreadsheet;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Findings;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Core.Rules;
using OpenPar.Testing;

namespace OpenPar.Documents.Tests.Offline;

/// <summary>What is taken out comes back the same, and what people do to the file in between is understood.</summary>
public class OfflineRoundTripTests
{
    private static readonly OfflineSheet Official = OfflineSamples.Official(1);
    private static readonly byte[] Written = OfflineSamples.Write(Official);

    [Fact]
    public async Task Every_input_of_the_official_set_comes_back_as_it_went_out()
    {
        var answer = await AnswerAsync(Written);
        var open = Official.Fields.Where(f => f.Writable).ToList();
        Assert.Equal(102, Official.Rows.Count(r => r.Leaf is not null));
        Assert.Equal(open.Select(f => f.Key), answer.Entries.Select(e => e.Key));
        Assert.All(open.Zip(answer.Entries), pair => Assert.Equal(pair.First.Typed(pair.First.Text), pair.First.Typed(pair.Second.Text)));
        Unchanged(OfflineDiff.Of(Official, answer));
    }

    [Fact]
    public void Whatever_stands_in_a_sheet_an_untouched_file_changes_nothing() => Prop.ForAll<int>(seed =>
    {
        var sheet = OfflineSamples.Any(seed);
        var reading = OfflineSamples.ReadAsync(OfflineSamples.Write(sheet)).GetAwaiter().GetResult();
        Assert.Empty(reading.Findings);
        Unchanged(OfflineDiff.Of(sheet, reading.Value!));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Theory]
    [InlineData("12,5", "12,5")]
    [InlineData("12.5", "12,5")]
    [InlineData("85,5 %", "85,5")]
    [InlineData("79.999", "79,999")]
    [InlineData("7", "7")]
    public async Task Numbers_typed_as_texts_keep_their_value(string typed, string expected)
    {
        var key = Of(FactType.Percent);
        Assert.Equal(expected, (await ChangeAsync(key, (d, c) => c.Type(typed))).InFile);
    }

    [Theory]
    [InlineData("12.345", 0, "12,345")]
    [InlineData("0.10000000000000001", 0, "0,1")]
    [InlineData("1E-2", 0, "0,01")]
    [InlineData("0.85499999999999998", 10, "85,5")]
    [InlineData("99.999", 1, "99,999")]
    public async Task Number_cells_give_the_stored_number_and_not_the_shown_one(string stored, uint format, string expected)
    {
        var key = Of(FactType.Percent);
        Assert.Equal(expected, (await ChangeAsync(key, (d, c) => c.Number(stored, d.Style(format)))).InFile);
    }

    [Theory]
    [InlineData("45986", 14, "25/11/2025")]
    [InlineData("45986.75", 22, "25/11/2025")]
    [InlineData("45986", 15, "25/11/2025")]
    public async Task Date_cells_give_their_day_whatever_they_look_like(string stored, uint format, string expected)
    {
        var sheet = OfflineSamples.Any(5);
        var date = new OfflineFigure { Fact = new FactDefinition { Name = "d", Label = "Ngày gửi báo cáo", Type = FactType.Date }, Text = "01/02/2025" };
        sheet = sheet with { Rows = [.. sheet.Rows.Select(r => r.Leaf is null ? r : r with { Leaf = r.Leaf with { Writable = true, Figures = [date] } })] };
        var key = OfflineKey.Figure(sheet.Rows[^1].Code, "d");
        var bytes = FilledWorkbook.Edit(OfflineSamples.Write(sheet), d => d.Input(key).Number(stored, d.Style(format)));
        Assert.Equal(expected, Assert.Single(Assert.Single(OfflineDiff.Of(sheet, await AnswerAsync(bytes)).Rows).Changes).InFile);
    }

    [Fact]
    public async Task An_option_chosen_by_its_label_comes_back_as_its_key()
    {
        var field = Official.Fields.First(f => f.Fact?.Type == FactType.Choice && f.Text.Length > 0);
        var other = field.Options.First(o => o.Key != field.Text);
        var change = await ChangeAsync(field.Key, (d, c) => c.Type(other.Label.ToUpperInvariant()));
        Assert.Equal((other.Key, true), (change.InFile, change.Proposed));
    }

    [Fact]
    public async Task Lines_sorted_the_other_way_round_are_still_known() =>
        Unchanged(OfflineDiff.Of(Official, await AnswerAsync(FilledWorkbook.Edit(Written, d => d.Reorder(rows => rows.Take(4).Concat(rows.Skip(4).Reverse()))))));

    [Fact]
    public async Task A_deleted_line_leaves_what_is_stored_and_says_so()
    {
        var key = Official.Fields.First(f => f.Writable && f.Text.Length > 0).Key;
        var bytes = FilledWorkbook.Edit(Written, d => d.Line(key).Remove());
        var diff = OfflineDiff.Of(Official, await AnswerAsync(bytes));
        Assert.Empty(diff.Rows);
        Assert.Equal((Severity.Info, key.Row.ToString()), (Assert.Single(diff.Findings).Severity, diff.Findings[0].Where));
    }

    [Fact]
    public async Task A_line_copied_with_another_text_is_told_and_neither_is_taken()
    {
        var key = Of(FactType.Percent);
        var bytes = FilledWorkbook.Edit(Written, d =>
        {
            d.Input(key).Number("55");
            var copy = (Row)d.Line(key).CloneNode(true);
            d.Reorder(rows => rows.Append(copy));
            var data = d.Sheet("Phiếu").GetFirstChild<SheetData>()!;
            data.Elements<Row>().Last().Elements<Cell>().Single(c => c.CellReference!.Value!.StartsWith('D')).Number("66");
        });
        var diff = OfflineDiff.Of(Official, await AnswerAsync(bytes));
        Assert.Empty(diff.Rows);
        var finding = Assert.Single(diff.Findings);
        Assert.Contains("55", finding.Message.Vi, StringComparison.Ordinal);
        Assert.Contains("66", finding.Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_added_below_is_told_and_not_read()
    {
        var bytes = FilledWorkbook.Edit(Written, d => d.Sheet("Phiếu").GetFirstChild<SheetData>()!.Append(
            new Row(new Cell(new InlineString(new Text("ghi thêm"))) { CellReference = "D9000", DataType = CellValues.InlineString }) { RowIndex = 9000 }));
        var reading = await OfflineSamples.ReadAsync(bytes);
        Assert.Contains("ô D9000", Assert.Single(reading.Findings).Where, StringComparison.Ordinal);
        Unchanged(OfflineDiff.Of(Official, reading.Value!));
    }

    [Fact]
    public async Task A_cleared_cell_is_a_change_to_nothing()
    {
        var field = Official.Fields.First(f => f.Fact?.Type == FactType.Count && f.Text.Length > 0);
        var change = await ChangeAsync(field.Key, (_, c) => c.Clear());
        Assert.Equal(("", true), (change.InFile, change.Proposed));
    }

    [Fact]
    public async Task A_merged_input_is_not_taken_for_an_empty_one()
    {
        var field = Official.Fields.Where(f => f.Fact?.Type == FactType.Count && f.Text.Length > 0).ElementAt(1);
        var bytes = FilledWorkbook.Edit(Written, d =>
        {
            var at = d.Line(field.Key).RowIndex!.Value;
            d.Input(field.Key).Clear();
            d.Sheet("Phiếu").GetFirstChild<MergeCells>()!.Append(new MergeCell { Reference = $"D{at - 1}:D{at}" });
        });
        var reading = await OfflineSamples.ReadAsync(bytes);
        Assert.Contains("gộp", Assert.Single(reading.Findings).Message.Vi, StringComparison.Ordinal);
        Assert.Empty(OfflineDiff.Of(Official, reading.Value!).Rows);
    }

    [Fact]
    public async Task A_formula_gives_its_result_and_one_without_result_leaves_what_is_stored()
    {
        var fields = Official.Fields.Where(f => f.Fact is { Type: FactType.Count, AtMost: null } && f.Text.Length > 0).Take(2).ToList();
        var bytes = FilledWorkbook.Edit(Written, d =>
        {
            var first = d.Input(fields[0].Key);
            first.Number("100001");
            first.InsertAt(new CellFormula("50000+50001"), 0);
            var second = d.Input(fields[1].Key);
            second.Clear();
            second.Append(new CellFormula("SUM(A1"));
        });
        var reading = await OfflineSamples.ReadAsync(bytes);
        Assert.Equal([Severity.Info, Severity.Warning], reading.Findings.Select(f => f.Severity));
        var diff = OfflineDiff.Of(Official, reading.Value!);
        var change = Assert.Single(Assert.Single(diff.Rows).Changes);
        Assert.Equal((fields[0].Key, "100.001"), (change.Field.Key, change.InFile));
    }

    [Fact]
    public async Task A_pasted_text_that_breaks_the_check_is_kept_and_told_with_its_cell()
    {
        var key = Of(FactType.Percent);
        var cell = "";
        var bytes = FilledWorkbook.Edit(Written, d =>
        {
            cell = d.Input(key).CellReference!.Value!;
            d.Input(key).Type("khoảng 80");
        });
        var diff = OfflineDiff.Of(Official, await AnswerAsync(bytes));
        var change = Assert.Single(Assert.Single(diff.Rows).Changes);
        Assert.Equal(("khoảng 80", false), (change.InFile, change.Proposed));
        var finding = Assert.Single(diff.Findings);
        Assert.Equal($"phieu.xlsx, trang tính Phiếu, ô {cell}", finding.Where);
        Assert.NotEmpty(finding.Remedy.Vi);
    }

    private static OfflineKey Of(FactType type) => Official.Fields.First(f => f.Writable && f.Fact?.Type == type).Key;

    private static async Task<OfflineChange> ChangeAsync(OfflineKey key, Action<DocumentFormat.OpenXml.Packaging.SpreadsheetDocument, Cell> edit)
    {
        var answer = await AnswerAsync(FilledWorkbook.Edit(Written, d => edit(d, d.Input(key))));
        var change = Assert.Single(Assert.Single(OfflineDiff.Of(Official, answer).Rows).Changes);
        Assert.Equal(key, change.Field.Key);
        return change;
    }

    private static async Task<OfflineAnswer> AnswerAsync(byte[] bytes)
    {
        var reading = await OfflineSamples.ReadAsync(bytes);
        Assert.True(reading.Ok, string.Join('\n', reading.Findings.Select(f => $"{f.Where}: {f.Message.Vi}")));
        return reading.Value!;
    }

    private static void Unchanged(OfflineDiff diff)
    {
        Assert.Empty(diff.Rows.SelectMany(r => r.Changes).Select(c => $"{c.Field.Key}: “{c.Stored}” → “{c.InFile}”"));
        Assert.Empty(diff.Findings);
    }
}
