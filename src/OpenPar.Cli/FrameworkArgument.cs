using System.CommandLine;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Core.Text;
using OpenPar.Documents.Packs;

namespace OpenPar.Cli;

/// <summary>A framework named on the command line: a file, a pack folder, an identity such as par-index-province/876-2022, or an annex.</summary>
internal static class FrameworkArgument
{
    public static Argument<string> Create(string name, string description) =>
        new(name) { Description = $"{description}: tệp, thư mục gói, mã bộ chỉ số hoặc phụ lục · file, pack, identity or annex" };

    /// <summary>Both frameworks, or null after saying on standard error why one cannot be used.</summary>
    public static async Task<(Framework From, Framework To)?> PairAsync(string from, string to, CancellationToken cancellationToken)
    {
        if (await FindAsync(from, cancellationToken) is not { } older || await FindAsync(to, cancellationToken) is not { } newer) return null;
        if (older.Criteria.Count <= FrameworkMapping.MostRows && newer.Criteria.Count <= FrameworkMapping.MostRows) return (older, newer);
        await Console.Error.WriteLineAsync($"Bộ chỉ số có hơn {FrameworkMapping.MostRows} dòng nên không so từng dòng được. · Too many rows.");
        return null;
    }

    private static async Task<Framework?> FindAsync(string named, CancellationToken cancellationToken)
    {
        var path = PathOf(named);
        if (File.Exists(path) && Path.GetExtension(path) is not (".yaml" or ".yml")) return await FromAnnexAsync(path, cancellationToken);
        var reading = PackArgument.Read(path);
        foreach (var finding in reading.Findings.Where(f => f.Severity == Severity.Error))
            await Console.Error.WriteLineAsync($"{finding.Where}: {finding.Message.Vi} {finding.Remedy.Vi}");
        return reading.Value;
    }

    private static string PathOf(string named)
    {
        if (File.Exists(named) || Directory.Exists(named) || PackFolder.Root() is not { } root) return named;
        var pack = Path.Combine(root, named);
        if (File.Exists(PackFolder.FileIn(pack, FrameworkFile.Name))) return pack;
        if (!FrameworkId.TryParse(named, out var id)) return named;
        return Directory.EnumerateFiles(root, FrameworkFile.Name, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .FirstOrDefault(file => PackArgument.Read(file).Value?.Id == id) ?? named;
    }

    private static async Task<Framework?> FromAnnexAsync(string path, CancellationToken cancellationToken)
    {
        var annex = await AnnexFile.ReadAsync(path, cancellationToken);
        if (annex.Rows.Count == 0)
        {
            foreach (var finding in annex.Findings.Where(f => f.Severity == Severity.Error))
                await Console.Error.WriteLineAsync($"{finding.Where}: {finding.Message.Vi} {finding.Remedy.Vi}");
            await Console.Error.WriteLineAsync($"{path}: không đọc được dòng nào. · No row could be read.");
            return null;
        }

        var name = VietnameseText.Fold(Path.GetFileNameWithoutExtension(path)).Replace(' ', '-');
        var id = FrameworkId.TryParse($"annex/{name}", out var read) ? read : FrameworkId.Parse("annex/file");
        return annex.ToTree(id, name);
    }
}
