using System.Text;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules;
using OpenPar.Documents.Packs;

namespace OpenPar.Documents.Tests.Packs;

/// <summary>Reading <c>calendar.yaml</c>.</summary>
public sealed class CalendarFileTests
{
    private const string Sound = """
        title: Lịch mẫu
        year: 2025
        weekend: [saturday, sunday]
        daysOff: [2025-09-02, 2025-04-30]
        workingDays: [2025-04-26]
        """;

    [Fact]
    public void A_sound_file_is_read_with_its_days_in_order()
    {
        var reading = Read(Sound);
        Assert.Empty(reading.Findings);
        Assert.Equal(
            new CalendarYear(2025, "Lịch mẫu", [DayOfWeek.Sunday, DayOfWeek.Saturday], [new(2025, 4, 30), new(2025, 9, 2)], [new(2025, 4, 26)]), reading.Value);
    }

    [Theory]
    [InlineData("2025-09-02", "2026-09-02", 4, "không thuộc năm 2025")]
    [InlineData("2025-09-02", "2025-04-30", 4, "hai lần")]
    [InlineData("2025-09-02", "2/9/2025", 4, "không phải ngày")]
    [InlineData("2025-04-26", "2025-04-30", 5, "vừa là ngày nghỉ")]
    [InlineData("saturday", "thứ bảy", 3, "ngày trong tuần")]
    [InlineData("saturday, sunday", "monday, tuesday, wednesday, thursday, friday, saturday, sunday", 3, "Cả tuần")]
    [InlineData("year: 2025", "year: 3000", 2, "1900")]
    [InlineData("title:", "name:", 1, "Không có khóa")]
    public void A_fault_is_a_finding_with_its_line(string sound, string faulty, int line, string words)
    {
        var reading = Read(Sound.Replace(sound, faulty, StringComparison.Ordinal));
        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, f => f.Where == $"x.yaml:{line}" && f.Message.Vi.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("calendar-2025", 2025)]
    [InlineData("calendar-2026", 2026)]
    public void The_packs_say_what_they_lack(string pack, int year)
    {
        using var stream = File.OpenRead(PackFolder.FileIn(Path.Combine(PackFolder.Root()!, "vn", pack), CalendarFile.Name));
        var reading = CalendarFile.Read(stream, pack);
        Assert.Empty(reading.Findings);
        Assert.Equal(year, reading.Value!.Year);
        Assert.Contains("chưa có Tết", reading.Value.Name, StringComparison.Ordinal);
        Assert.NotEmpty(reading.Value.Sources);
    }

    private static FileReading<CalendarYear> Read(string text) => CalendarFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.yaml");
}
