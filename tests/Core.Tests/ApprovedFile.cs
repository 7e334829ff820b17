namespace OpenPar.Core.Tests;

/// <summary>
/// Compares an output with the file approved for it in tests/Core.Tests/Approved. When it is meant to change, run the tests once with
/// OPENPAR_APPROVE=1, look at the difference in git, and commit it.
/// </summary>
internal static class ApprovedFile
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("OPENPAR_APPROVE") == "1") File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{path} is not there; run with OPENPAR_APPROVE=1 to write it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OpenPar.slnx"))) return Path.Combine(folder.FullName, "tests", "Core.Tests", "Approved");
        }

        throw new DirectoryNotFoundException("The tests do not run inside a checkout.");
    }
}
