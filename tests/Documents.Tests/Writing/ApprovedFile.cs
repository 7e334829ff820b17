namespace OpenPar.Documents.Tests.Writing;

/// <summary>
/// Compares an output with the file approved for it in tests/Documents.Tests/Approved. When a paper is meant to look different,
/// run the tests once with OPENPAR_APPROVE=1, look at the difference in git, and commit it.
/// </summary>
internal static class ApprovedFile
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("OPENPAR_APPROVE") == "1") File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"{path} is not there; run with OPENPAR_APPROVE=1 to write it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var approved = Path.Combine(folder.FullName, "tests", "Documents.Tests", "Approved");
            if (Directory.Exists(approved)) return approved;
        }

        throw new DirectoryNotFoundException("tests/Documents.Tests/Approved was not found above the test's folder.");
    }
}
