namespace OpenPar.Browser.Tests.Support;

/// <summary>Where tests leave what a person may want to look at; git ignores it.</summary>
public static class Artifacts
{
    private static readonly string Folder = Path.Combine(Root(), "artifacts");

    /// <summary>The path of a screenshot; the folder is made.</summary>
    public static string Screenshot(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "screenshots")).FullName, name);

    /// <summary>The path of a file to look at (a printed page); the folder is made.</summary>
    public static string File(string name) => Path.Combine(Directory.CreateDirectory(Folder).FullName, name);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "OpenPar.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
