using System.Globalization;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules;

namespace OpenPar.Documents.Packs;

/// <summary>Reads <c>calendar.yaml</c> (see <c>packs/README.md</c>).</summary>
public static class CalendarFile
{
    /// <summary>Name of the file inside a pack folder.</summary>
    public const string Name = "calendar.yaml";

    /// <summary>Reads the working days of a year. Bad input gives findings with line and remedy, never an exception.</summary>
    /// <param name="stream">The file, at most 5 MB of UTF-8.</param>
    /// <param name="file">The name findings carry.</param>
    public static FileReading<CalendarYear> Read(Stream stream, string file)
    {
        var findings = new PackFindings(file);
        var root = YamlReader.Read(stream, findings);
        var calendar = root is null ? null : Whole(new YamlFields(root, findings), findings);
        return new FileReading<CalendarYear>(calendar, findings.All);
    }

    private static CalendarYear? Whole(YamlFields root, PackFindings findings)
    {
        var title = root.Required("title");
        var year = root.Whole("year");
        if (year is null or < 1900 or > 2200)
            findings.Error(root.LineOf("year"), "“year” phải là năm từ 1900 đến 2200.", "“year” must be a year from 1900 to 2200.", "Sửa năm.", "Mend the year.");
        var weekend = Weekend(root, findings);
        var off = Days(root, "daysOff", year, findings);
        var worked = Days(root, "workingDays", year, findings);
        foreach (var day in off.Intersect(worked))
            findings.Error(root.LineOf("workingDays"), $"Ngày {Text(day)} vừa là ngày nghỉ vừa là ngày làm việc.", $"{Text(day)} is both off and worked.", "Bỏ khỏi một danh sách.", "Remove it from one list.");
        var (note, sources) = (root.Text("note"), root.Texts("sources"));
        root.Finish();
        return findings.Blocking ? null : new CalendarYear(year!.Value, title, weekend, off, worked) { Note = note, Sources = sources };
    }

    private static List<DayOfWeek> Weekend(YamlFields root, PackFindings findings)
    {
        var days = new SortedSet<DayOfWeek>();
        foreach (var name in root.Texts("weekend"))
        {
            if (Enum.GetValues<DayOfWeek>().Where(d => YamlJson.Camel(d) == name).ToList() is [var day]) days.Add(day);
            else findings.Error(root.LineOf("weekend"), $"“{name}” không phải ngày trong tuần.", $"“{name}” is no day of the week.", "Viết monday … sunday.", "Write monday … sunday.");
        }

        if (days.Count == 7)
            findings.Error(root.LineOf("weekend"), "Cả tuần đều nghỉ.", "Nobody works on any day of the week.", "Bỏ bớt ngày nghỉ cuối tuần.", "Remove days from the week-end.");
        return [.. days];
    }

    private static List<DateOnly> Days(YamlFields root, string key, int? year, PackFindings findings)
    {
        var days = new SortedSet<DateOnly>();
        foreach (var text in root.Texts(key))
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                findings.Error(root.LineOf(key), $"“{text}” không phải ngày.", $"“{text}” is no day.", "Viết dạng 2025-09-02.", "Write it as 2025-09-02.");
            else if (year is not null && day.Year != year)
                findings.Error(root.LineOf(key), $"Ngày {text} không thuộc năm {year}.", $"{text} is not in {year}.", "Đưa ngày vào lịch của năm đó.", "Put the day into the calendar of its year.");
            else if (!days.Add(day))
                findings.Error(root.LineOf(key), $"Ngày {text} viết hai lần.", $"{text} stands twice.", "Bỏ một mục.", "Remove one entry.");
        }

        return [.. days];
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
