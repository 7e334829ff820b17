namespace OpenPar.Web.Tests.Support;

/// <summary>The shared reading material beside the repository; tests that need it are skipped where it is absent.</summary>
internal static class SharedMaterial
{
    public static byte[] BytesOrSkip(string name)
    {
        var path = Root() is { } root ? Path.Combine(root, name) : null;
        if (path is null || !File.Exists(path)) Assert.Skip($"shared/{name} is not on this machine (set OPENPAR_SHARED).");
        return File.ReadAllBytes(path);
    }

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("OPENPAR_SHARED") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "seeds"))) return shared;
        }

        return null;
    }
}
