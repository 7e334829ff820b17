using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn;

namespace OpenPar.Cli;

/// <summary>Opens DMN models; imports are looked for by namespace among the models of the same folder.</summary>
internal sealed class DmnFolder
{
    /// <summary>How many models of one folder are looked at.</summary>
    private const int MostModels = 500;

    private readonly Dictionary<string, FileReading<DmnModel>> read = new(StringComparer.Ordinal);

    /// <summary>A model with its imports; no value when the file cannot be read.</summary>
    public FileReading<DmnProgram> Open(string path)
    {
        var reading = Read(path);
        if (reading.Value is not { } model) return new FileReading<DmnProgram>(null, reading.Findings);
        var program = DmnProgram.Of(model, Imported);
        return new FileReading<DmnProgram>(program, [.. reading.Findings, .. program.Findings]);
    }

    private DmnModel? Imported(DmnModel model, DmnImport import)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(model.File));
        return folder is null ? null : Directory.EnumerateFiles(folder, "*.dmn").Order(StringComparer.Ordinal).Take(MostModels)
            .Select(Read).Select(reading => reading.Value)
            .FirstOrDefault(other => other is not null && !ReferenceEquals(other, model) && other.Namespace == import.Namespace);
    }

    private FileReading<DmnModel> Read(string path)
    {
        if (read.TryGetValue(path, out var known)) return known;
        FileReading<DmnModel> reading;
        try
        {
            using var text = new StreamReader(path);
            reading = DmnReader.Read(text, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            reading = new FileReading<DmnModel>(null, [PackArgument.CannotOpen(path)]);
        }

        return read[path] = reading;
    }
}
