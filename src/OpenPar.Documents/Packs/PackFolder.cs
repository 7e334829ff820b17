namespace OpenPar.Documents.Packs;

/// <summary>Finds pack files on disk.</summary>
public static class PackFolder
{
    /// <summary>The file of a pack: the path itself, or the named file inside it when it is a folder.</summary>
    public static string FileIn(string path, string name) => Directory.Exists(path) ? Path.Combine(path, name) : path;

    /// <summary>
    /// The <c>packs</c> folder that came with the program: <c>OPENPAR_PACKS</c>, or the nearest one above the program or
    /// the current folder; null when there is none.
    /// </summary>
    public static string? Root()
    {
        if (Environment.GetEnvironmentVariable("OPENPAR_PACKS") is { Length: > 0 } named) return named;
        return Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory());
    }

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var packs = Path.Combine(folder.FullName, "packs");
            if (Directory.Exists(Path.Combine(packs, "vn"))) return packs;
        }

        return null;
    }
}
