using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Core.Findings;
using OpenPar.Documents.Packs;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Loads every framework, every register of agencies and every calendar below a folder of packs; doing it again changes nothing.</summary>
public static class LoadPacks
{
    /// <summary>Folder of the demonstrations below the packs; its content is loaded only when a demonstration is asked for.</summary>
    public const string Demonstrations = "demo";

    public sealed record Command(string Folder);

    /// <summary>What became of one file.</summary>
    /// <param name="File">Path below the folder, with slashes.</param>
    /// <param name="Changed">True when the database changed.</param>
    /// <param name="Findings">What is wrong or doubtful in the file; an error means that nothing of it was loaded.</param>
    /// <param name="Refusals">Why the content was not taken over.</param>
    public sealed record FileReport(string File, bool Changed, IReadOnlyList<Finding> Findings, IReadOnlyList<Refusal> Refusals);

    public sealed class Handler(LoadFramework.Handler loadFramework, LoadAgencies.Handler loadAgencies, LoadCalendar.Handler loadCalendar)
    {
        public async Task<IReadOnlyList<FileReport>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var reports = new List<FileReport>();
            foreach (var path in Files(command.Folder, AgencyRegisterFile.Name))
            {
                var file = Name(command.Folder, path);
                await using var stream = File.OpenRead(path);
                var reading = AgencyRegisterFile.Read(stream, file);
                var answer = reading.Value is { } register ? await loadAgencies.HandleAsync(new(register), cancellationToken) : null;
                reports.Add(new FileReport(file, answer is { Done: true, Value: > 0 }, reading.Findings, answer?.Refusals ?? []));
            }

            foreach (var path in Files(command.Folder, FrameworkFile.Name))
            {
                var file = Name(command.Folder, path);
                await using var stream = File.OpenRead(path);
                var reading = FrameworkFile.Read(stream, file);
                var answer = reading.Value is { } framework ? await loadFramework.HandleAsync(new(framework), cancellationToken) : null;
                reports.Add(new FileReport(file, answer is { Done: true, Value: not LoadFramework.Outcome.Unchanged }, reading.Findings, answer?.Refusals ?? []));
            }

            foreach (var path in Files(command.Folder, CalendarFile.Name))
            {
                var file = Name(command.Folder, path);
                await using var stream = File.OpenRead(path);
                var reading = CalendarFile.Read(stream, file);
                var changed = reading.Value is { } calendar && await loadCalendar.HandleAsync(new(calendar), cancellationToken);
                reports.Add(new FileReport(file, changed, reading.Findings, []));
            }

            return reports;
        }

        private static IEnumerable<string> Files(string folder, string name) =>
            Directory.Exists(folder) ? Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories)
                .Where(path => !Name(folder, path).StartsWith(Demonstrations + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal) : [];

        private static string Name(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
    }
}
