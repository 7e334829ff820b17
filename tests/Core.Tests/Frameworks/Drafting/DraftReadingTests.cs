using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;
using OpenPar.Documents.Packs;

namespace OpenPar.Core.Tests.Frameworks.Drafting;

public sealed class DraftReadingTests
{
    public static TheoryData<string> Packs => [.. Directory.EnumerateFiles(PackFolder.Root()!, FrameworkFile.Name, SearchOption.AllDirectories).Select(f => Path.GetRelativePath(PackFolder.Root()!, Path.GetDirectoryName(f)!))];

    [Theory, MemberData(nameof(Packs))]
    public void A_framework_in_a_draft_and_out_again_is_the_same_bytes(string pack)
    {
        var framework = PackFiles.Read(pack);
        var (head, rows) = DraftReading.Typed(framework);

        var reading = DraftReading.Of(head, rows);

        Assert.NotNull(reading.Framework);
        Assert.Equal(Text(FrameworkFile.Write(framework)), Text(FrameworkFile.Write(reading.Framework)));
        using var again = new MemoryStream(FrameworkFile.Write(reading.Framework));
        var second = DraftReading.Typed(FrameworkFile.Read(again, "lai.yaml").Value!);
        Assert.Equal(Text(FrameworkFile.Write(framework)), Text(FrameworkFile.Write(DraftReading.Of(second.Head, second.Rows).Framework!)));
    }

    [Fact]
    public void A_changed_maximum_is_found_at_the_rows_whose_sum_it_breaks()
    {
        var (head, rows) = DraftReading.Typed(PackFiles.Set1187);
        List<DraftRow> changed = [.. rows.Select(r => r.Text.Code == "1.1" ? r with { Text = r.Text with { MaxPoints = "9,5" } } : r)];

        var before = DraftReading.Of(head, rows).Errors.Select(f => f.Row).ToHashSet();
        var reading = DraftReading.Of(head, changed);

        var broken = reading.Errors.Where(f => !before.Contains(f.Row)).Select(f => changed.First(r => r.Number == f.Row).Text.Code).ToHashSet();
        Assert.Contains("1", broken);
    }

    [Theory]
    [InlineData("", "Dòng chưa có mã")]
    [InlineData("1.x", "không phải mã tiêu chí")]
    [InlineData("1.1", "đã dùng")]
    [InlineData("2.2", "không khớp vị trí")]
    public void A_code_that_cannot_stand_is_an_error_at_its_row_and_the_others_are_still_looked_at(string code, string message)
    {
        List<DraftRow> rows = [Row(1, 1, "1", "5"), Row(2, 2, "1.1", "2"), Row(3, 2, code, "1")];

        var reading = DraftReading.Of(Named, rows);

        Assert.Null(reading.Framework);
        Assert.Contains(reading.Errors, f => f.Row == 3 && f.Field == DraftFields.Code && f.Finding.Message.Vi.Contains(message, StringComparison.Ordinal));
        Assert.NotNull(reading.Readable.Find(CriterionCode.Parse("1.1")));
    }

    [Fact]
    public void Every_text_of_the_head_that_cannot_be_read_is_told_at_its_field()
    {
        var head = new DraftHead { Identity = "Bộ 1", IssuedOn = "32/13/2025", FirstYear = "hai", RoundingDigits = "9", TotalPoints = "1,2,3" };

        var fields = DraftReading.Of(head, []).Errors.Select(f => f.Field).ToHashSet();

        Assert.Equal([DraftFields.DecisionNumber, DraftFields.FirstYear, DraftFields.Identity, DraftFields.IssuedOn, DraftFields.Issuer, DraftFields.RoundingDigits, DraftFields.Title, DraftFields.TotalPoints], fields.OfType<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Points_may_be_typed_with_comma_or_point_and_nothing_is_guessed()
    {
        var reading = DraftReading.Of(Named, [Row(1, 1, "1", "1.5"), Row(2, 1, "2", "0,50"), Row(3, 1, "3", "")]);

        Assert.Equal([1.5m, 0.50m, null], reading.Readable.Criteria.Select(c => c.MaxPoints));
        Assert.DoesNotContain(reading.Findings, f => f.Finding.Severity == Severity.Error);
    }

    private static DraftHead Named { get; } = new() { Identity = "mau/1-2026", Title = "Mẫu", DecisionNumber = "1/QĐ", Issuer = "Tỉnh mẫu" };

    private static DraftRow Row(int number, int level, string code, string max) => new(number, level, new DraftText { Code = code, Title = $"Dòng {number}", MaxPoints = max });

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
