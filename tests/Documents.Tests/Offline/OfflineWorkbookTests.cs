using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Core.Rules;
using OpenPar.Documents.Tests.Writing;
using OpenPar.Testing;

namespace OpenPar.Documents.Tests.Offline;

/// <summary>The workbook as it is opened: sound, protected, with checks.</summary>
public class OfflineWorkbookTests
{
    private static readonly OfflineSheet Official = OfflineSamples.Official(2, filled: false);
    private static readonly byte[] Written = OfflineSamples.Write(Official);

    [Fact]
    public void The_file_is_valid() => Assert.Empty(WrittenFile.Xlsx(Written, WrittenFile.Faults));

    [Fact]
    public void Files_with_any_texts_are_valid()
    {
        for (var seed = 0; seed < 8; seed++) Assert.Empty(WrittenFile.Xlsx(OfflineSamples.Write(OfflineSamples.Any(seed)), WrittenFile.Faults));
    }

    [Fact]
    public void The_same_sheet_gives_the_same_bytes() => Assert.Equal(Written, OfflineSamples.Write(OfflineSamples.Official(2, filled: false)));

    [Fact]
    public void Two_sheets_are_shown_and_two_are_hidden() => WrittenFile.Xlsx(Written, document =>
    {
        Assert.Equal(
            [("Phiếu", false), ("Hướng dẫn", false), ("_goc", true), ("_chon", true)],
            document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => (s.Name!.Value!, s.State?.Value == SheetStateValues.Hidden)));
        return true;
    });

    [Fact]
    public void Only_inputs_are_unlocked_and_nothing_needs_a_password() => WrittenFile.Xlsx(Written, document =>
    {
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var open = document.Sheet("Phiếu").Descendants<Cell>().Where(c => formats[(int)c.StyleIndex!.Value].Protection?.Locked?.Value == false && c.CellReference!.Value!.StartsWith('D')).Select(c => c.CellReference!.Value).ToList();
        Assert.Equal(Official.Fields.Where(f => f.Writable).Select(f => document.Input(f.Key).CellReference!.Value), open);
        Assert.All(document.WorkbookPart.WorksheetParts, part =>
        {
            var protection = part.Worksheet.GetFirstChild<SheetProtection>()!;
            Assert.True(protection.Sheet!.Value);
            Assert.Null(protection.Password);
            Assert.Null(protection.HashValue);
        });
        return true;
    });

    [Fact]
    public void Every_input_has_a_check_of_its_kind_and_a_message() => WrittenFile.Xlsx(Written, document =>
    {
        var checks = document.Sheet("Phiếu").Descendants<DataValidation>().ToDictionary(c => c.SequenceOfReferences!.InnerText!);
        foreach (var field in Official.Fields.Where(f => f.Writable))
        {
            var check = checks[document.Input(field.Key).CellReference!.Value!];
            Assert.NotEmpty(check.Prompt!.Value!);
            var expected = field.Key.Kind == OfflineFieldKind.Explanation ? DataValidationValues.TextLength : field.Fact?.Type switch
            {
                FactType.Count => DataValidationValues.Whole,
                FactType.Choice or FactType.YesNo => DataValidationValues.List,
                FactType.Date => DataValidationValues.Custom,
                _ => DataValidationValues.Decimal,
            };
            Assert.Equal(expected, check.Type!.Value);
        }

        return true;
    });

    [Fact]
    public void Checks_and_messages_stay_as_short_as_Excel_takes_them()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            WrittenFile.Xlsx(OfflineSamples.Write(OfflineSamples.Any(seed)), document =>
            {
                Assert.All(document.Sheet("Phiếu").Descendants<DataValidation>(), check =>
                {
                    Assert.True((check.Formula1?.Text.Length ?? 0) <= 255);
                    Assert.True((check.Prompt?.Value?.Length ?? 0) <= 255);
                    Assert.True((check.Error?.Value?.Length ?? 0) <= 225);
                    Assert.True((check.PromptTitle?.Value?.Length ?? 0) <= 32);
                });
                return true;
            });
        }
    }

    [Fact]
    public void Lists_offer_the_options_of_the_rule() => WrittenFile.Xlsx(Written, document =>
    {
        var field = Official.Fields.First(f => f.Fact?.Type == FactType.Choice);
        var check = document.Sheet("Phiếu").Descendants<DataValidation>().Single(c => c.SequenceOfReferences!.InnerText == document.Input(field.Key).CellReference!.Value);
        var range = check.Formula1!.Text.Replace("_chon!$A$", "", StringComparison.Ordinal).Split(":$A$").Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
        var offered = document.Sheet("_chon").Descendants<Row>().Where(r => r.RowIndex! >= range[0] && r.RowIndex! <= range[^1]).Select(r => r.InnerText);
        Assert.Equal(field.Options.Select(o => o.Label), offered);
        return true;
    });

    [Fact]
    public void Required_inputs_change_their_colour_and_the_count_of_empty_ones_is_right() => WrittenFile.Xlsx(Written, document =>
    {
        var sheet = document.Sheet("Phiếu");
        var formula = Assert.Single(sheet.Descendants<CellFormula>());
        var required = Official.Fields.Count(f => f.Writable && f.Required);
        Assert.Equal(required, int.Parse(((Cell)formula.Parent!).CellValue!.Text, CultureInfo.InvariantCulture));
        Assert.Equal(required, sheet.Descendants<Cell>().Count(c => c.CellReference!.Value!.StartsWith('I') && c.CellValue?.Text == "1"));
        Assert.Contains(sheet.Descendants<ConditionalFormattingRule>(), r => r.InnerText.Contains("LEN($D", StringComparison.Ordinal));
        Assert.Contains(sheet.Descendants<ConditionalFormattingRule>(), r => r.InnerText.Contains('>', StringComparison.Ordinal));
        return true;
    });

    [Fact]
    public void The_head_stays_in_sight_and_is_printed_on_every_page() => WrittenFile.Xlsx(Written, document =>
    {
        var pane = document.Sheet("Phiếu").Descendants<Pane>().Single();
        Assert.Equal(PaneStateValues.Frozen, pane.State!.Value);
        Assert.Contains(document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>(), n => n.Name == "_xlnm.Print_Titles" && n.Text.Contains($"${pane.VerticalSplit!.Value}", StringComparison.Ordinal));
        var setup = document.Sheet("Phiếu").Descendants<PageSetup>().Single();
        Assert.Equal((9u, OrientationValues.Landscape, 1u), (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value));
        return true;
    });

    [Fact]
    public void Texts_that_look_like_formulas_stay_texts()
    {
        var key = OfflineKey.Explanation(Official.Rows.First(r => r.Leaf is not null).Code);
        WrittenFile.Xlsx(OfflineSamples.Write(Official.With(key, "=HYPERLINK(\"http://x\",\"bấm\")")), document =>
        {
            var cell = document.Input(key);
            Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
            Assert.Null(cell.CellFormula);
            Assert.True(document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).QuotePrefix!.Value);
            return true;
        });
    }
}
