namespace OpenPar.Browser.Tests.Support;

/// <summary>Where tests leave what a person may want to look at; git ignores it.</summary>
public static class Artifacts
{
    private static readonly string Folder = Path.Combine(Root(), "artifacts");

    /// <summary>Whether every page leaves its picture. Drawing long pages takes a fifth of the time of the tests: OPENPAR_PICTURES=0 leaves it out.</summary>
    public static bool Pictures { get; } = Environment.GetEnvironmentVariable("OPENPAR_PICTURES") != "0";

    /// <summary>The checkout.</summary>
    public static string Repository => Path.GetDirectoryName(Folder)!;

    /// <summary>The path of a screenshot, such as "360/1-setup.png"; the folder is made.</summary>
    public static string Screenshot(string name)
    {
        var path = Path.Combine(Folder, "screenshots", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>The path of a file to look at (a printed page); the folder is made.</summary>
    public static string File(string name) => Path.Combine(Directory.CreateDirectory(Folder).FullName, name);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "OpenPar.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
