using System.CommandLine;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;
using OpenPar.Documents.Packs;

namespace OpenPar.Cli;

/// <summary>Frameworks named on the command line by file or pack folder.</summary>
internal static class PackArgument
{
    /// <summary>The pack that <c>framework show</c> looks into when none is named: the set in force.</summary>
    public const string DefaultFramework = "vn/par-index-province-1187";

    /// <summary>A fresh option <c>--framework PATH</c>.</summary>
    public static Option<string?> FrameworkOption(bool required) => new("--framework")
    {
        Description = "Tệp framework.yaml hoặc thư mục gói · framework.yaml or a pack folder",
        Required = required,
    };

    /// <summary>Reads the framework of a path; a file that is not there is a finding like any other.</summary>
    public static FileReading<Framework> Read(string path)
    {
        var file = PackFolder.FileIn(path, FrameworkFile.Name);
        try
        {
            using var stream = File.OpenRead(file);
            return FrameworkFile.Read(stream, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new FileReading<Framework>(null, [CannotOpen(file)]);
        }
    }

    /// <summary>A fresh option <c>--calendar PATH</c>, once for each year.</summary>
    public static Option<string[]> CalendarOption() => new("--calendar")
    {
        Description = "Tệp calendar.yaml hoặc thư mục gói, mỗi năm một lần; không có thì chưa trừ ngày lễ · calendar.yaml or a pack folder, once a year",
    };

    /// <summary>Reads the working days of a year.</summary>
    public static FileReading<CalendarYear> ReadCalendar(string path)
    {
        var file = PackFolder.FileIn(path, CalendarFile.Name);
        try
        {
            using var stream = File.OpenRead(file);
            return CalendarFile.Read(stream, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new FileReading<CalendarYear>(null, [CannotOpen(file)]);
        }
    }

    /// <summary>The finding for a file that cannot be opened.</summary>
    public static Finding CannotOpen(string file) => Finding.Error(file,
        new LocalText("Không mở được tệp.", "The file cannot be opened."),
        new LocalText("Kiểm tra đường dẫn và quyền đọc.", "Check the path and the right to read it."));

    /// <summary>Whether any finding forbids use.</summary>
    public static bool Blocks(IEnumerable<Finding> findings) => findings.Any(f => f.Severity == Severity.Error);
}
