namespace OpenPar.Documents.Tests.Reading;

/// <summary>The shared source documents beside the repository; tests that need them are skipped where they are absent.</summary>
internal static class Shared
{
    public static string File(string relative)
    {
        var named = Environment.GetEnvironmentVariable("OPENPAR_SHARED");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = named ?? Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "seeds"))) return Path.Combine(shared, relative);
        }

        Assert.Skip("The shared folder with the source documents is not here (set OPENPAR_SHARED).");
        return relative;
    }

    public static string Seed004 => File("seeds/004_a81e517391f5f39a.txt");

    public static string Seed000 => File("seeds/000_2a5337a6a6118eb2.txt");

    public static string Pdf1187 => File("documents/1187-qd-bnv-bang-2-cap-tinh.pdf");
}
