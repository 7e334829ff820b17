using System.Diagnostics;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Core.Rules;
using OpenPar.Documents.Tests.Reading.Documents;
using OpenPar.Testing;

namespace OpenPar.Documents.Tests.Offline;

/// <summary>Files that are not the sheet, or no longer.</summary>
public class OfflineHostileTests
{
    private static readonly OfflineSheet Official = OfflineSamples.Official(3);
    private static readonly byte[] Written = OfflineSamples.Write(Official);

    [Fact]
    public async Task Another_workbook_is_refused() =>
        await RefusedAsync(SampleXlsx.Of(SampleXlsx.Row(1, SampleXlsx.Text("A1", "STT"))), "không phải phiếu ngoại tuyến");

    [Fact]
    public async Task Files_of_other_kinds_are_refused()
    {
        await RefusedAsync([], "trống");
        await RefusedAsync("Mã;Tiêu chí"u8.ToArray(), ".xlsx");
        await RefusedAsync("%PDF-1.7"u8.ToArray(), ".xlsx");
        await RefusedAsync(SampleDocx.Of(SampleDocx.P("PHỤ LỤC")), ".xlsx");
        await RefusedAsync([.. "PK\u0003\u0004"u8, .. new byte[40]], "hỏng");
    }

    [Fact]
    public async Task A_sheet_of_another_unit_or_another_framework_is_told_apart()
    {
        var answer = (await OfflineSamples.ReadAsync(Written)).Value!;
        var other = OfflineDiff.Of(Official with { Id = "khac", Unit = "Sở Tài chính" }, answer);
        Assert.True(other.Refused);
        Assert.Empty(other.Rows);
        Assert.Contains("Tỉnh Đắk Lắk", Assert.Single(other.Findings).Message.Vi, StringComparison.Ordinal);
        Assert.True(OfflineDiff.Of(Official with { Framework = FrameworkId.Parse("par-index-province/876-2022") }, answer).Refused);
    }

    [Fact]
    public async Task A_base_that_was_changed_or_deleted_is_refused()
    {
        await RefusedAsync(FilledWorkbook.Edit(Written, d => d.Sheet("_goc").Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().First(c => c.CellReference == "B4").Type("\"2024\"")), "bị sửa hoặc hỏng");
        await RefusedAsync(FilledWorkbook.Edit(Written, d => d.Sheet("_goc").Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Last().Remove()), "bị sửa hoặc hỏng");
        await RefusedAsync(FilledWorkbook.Edit(Written, d => d.Sheet("_goc").GetFirstChild<DocumentFormat.OpenXml.Spreadsheet.SheetData>()!.RemoveAllChildren()), "không phải phiếu ngoại tuyến");
        await RefusedAsync(FilledWorkbook.Edit(Written, d => d.Sheet("_goc").Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().First(c => c.CellReference == "B1").Type("99")), "99");
    }

    [Fact]
    public async Task Without_the_column_of_keys_nothing_is_read() => await RefusedAsync(
        FilledWorkbook.Edit(Written, d => d.Sheet("Phiếu").Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Where(c => c.CellReference!.Value!.StartsWith('H')).ToList().ForEach(c => c.Remove())), "cột khóa");

    [Fact]
    public async Task A_truncated_file_is_refused_wherever_it_ends()
    {
        for (var length = 1; length < Written.Length; length += Written.Length / 40)
        {
            var reading = await OfflineSamples.ReadAsync(Written[..length]);
            Assert.False(reading.Ok);
            Assert.All(reading.Findings, f => Assert.NotEmpty(f.Remedy.Vi));
        }
    }

    [Fact]
    public async Task Twenty_thousand_rows_go_out_and_come_back_in_time()
    {
        var clock = Stopwatch.StartNew();
        var leaf = new OfflineLeaf { RowId = "r", Version = 1, Writable = true, Figures = [new OfflineFigure { Fact = new FactDefinition { Name = "a", Label = "Số hồ sơ" }, Text = "12" }] };
        var sheet = Official with
        {
            Rows = [.. Enumerable.Range(0, 10_000).Select(i => new OfflineRow(CriterionCode.Parse($"{(i / 9999) + 1}.{(i % 9999) + 1}"), "Tiêu chí", 1, leaf with { RowId = $"r{i}" }))],
        };
        var bytes = OfflineSamples.Write(sheet);
        var written = clock.Elapsed;
        var reading = await OfflineSamples.ReadAsync(bytes);
        Assert.Equal(20_000, reading.Value!.Entries.Count);
        Assert.Empty(OfflineDiff.Of(sheet, reading.Value).Rows);
        TestContext.Current.TestOutputHelper?.WriteLine($"written in {written}, {bytes.Length} bytes, all in {clock.Elapsed}");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public async Task A_range_merged_over_the_whole_sheet_does_not_hang()
    {
        var bytes = FilledWorkbook.Edit(Written, d => d.Sheet("Phiếu").GetFirstChild<DocumentFormat.OpenXml.Spreadsheet.MergeCells>()!.Append(new DocumentFormat.OpenXml.Spreadsheet.MergeCell { Reference = "A1:XFD1048576" }));
        var reading = await OfflineSamples.ReadAsync(bytes);
        Assert.All(reading.Findings, f => Assert.NotEmpty(f.Remedy.Vi));
    }

    private static async Task RefusedAsync(byte[] bytes, string words)
    {
        var reading = await OfflineSamples.ReadAsync(bytes);
        Assert.False(reading.Ok);
        var finding = Assert.Single(reading.Findings, f => f.Severity == Severity.Error);
        Assert.Contains(words, finding.Message.Vi, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Remedy.Vi);
    }
}
