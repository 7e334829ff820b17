using OpenPar.Core.Rounds.Offline;
using OpenPar.Documents.Office;

namespace OpenPar.Documents.Tests.Offline;

/// <summary>Sheets that LibreOffice opened and saved again.</summary>
[Collection("LibreOffice")]
public class OfflineOfficeTests
{
    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods")]
    public async Task A_sheet_saved_again_by_LibreOffice_changes_nothing(string kind)
    {
        if (!LibreOffice.Installed) Assert.Skip("LibreOffice is not installed.");
        foreach (var sheet in new[] { OfflineSamples.Official(4), OfflineSamples.Any(11, 40) })
        {
            var saved = await SavedAsync(OfflineSamples.Write(sheet), kind);
            var reading = await OfflineSamples.ReadAsync(saved, "phieu." + kind);
            Assert.True(reading.Ok, string.Join('\n', reading.Findings.Select(f => $"{f.Where}: {f.Message.Vi}")));
            var diff = OfflineDiff.Of(sheet, reading.Value!);
            Assert.Empty(diff.Rows.SelectMany(r => r.Changes).Select(c => $"{c.Field.Key}: “{c.Stored}” → “{c.InFile}”"));
        }
    }

    private static async Task<byte[]> SavedAsync(byte[] bytes, string kind)
    {
        using var content = new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
        var filter = kind == "ods" ? "calc8" : "Calc MS Excel 2007 XML";
        var (outcome, converted) = await LibreOffice.ConvertAsync(new OfficeFile("xlsx", kind, filter, "Excel"), content, TestContext.Current.CancellationToken);
        if (outcome != OfficeOutcome.Done) Assert.Skip($"LibreOffice is here but did not convert ({outcome}); is its spreadsheet part installed?");
        return converted!.ToArray();
    }
}
