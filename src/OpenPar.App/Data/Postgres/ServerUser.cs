using System.Diagnostics;

namespace OpenPar.App.Data.Postgres;

/// <summary>
/// As whom PostgreSQL's programs run. It refuses root, so under root they run as another user where one may enter the folder, and in a
/// user namespace where none may (there the files stay root's own).
/// </summary>
internal sealed record ServerUser
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    private ServerUser(string? name, bool inNamespace) => (Name, InNamespace) = (name, inNamespace);

    /// <summary>Ourselves.</summary>
    public static ServerUser Self { get; } = new(null, false);

    /// <summary>Root's files, seen from inside a user namespace.</summary>
    public static ServerUser Namespaced { get; } = new(null, true);

    /// <summary>Another user's name; null for ourselves.</summary>
    public string? Name { get; }

    private bool InNamespace { get; }

    /// <summary>The user for the server in a folder: the owner of the data that are there, else whoever can work in it.</summary>
    public static async Task<Found<ServerUser>> ChooseAsync(Binaries binaries, string folder, string data, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return Self;
        if (Directory.Exists(data))
        {
            var owner = await OwnerAsync(data, cancel);
            var user = owner == "root" ? Namespaced : new ServerUser(owner, false);
            return await user.MayRunAsync(binaries, folder, cancel) ? user : Refusals.OtherOwner(folder);
        }

        foreach (var user in Candidates.Select(name => new ServerUser(name, false)).Append(Namespaced))
        {
            if (await user.MayRunAsync(binaries, folder, cancel)) return user;
        }

        return Refusals.RootOnly(folder);
    }

    /// <summary>Runs a program as this user in a folder.</summary>
    public Task<ToolResult> RunAsync(string program, IEnumerable<string> arguments, string folder, TimeSpan limit, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder };
        if (InNamespace)
        {
            start.FileName = "unshare";
            foreach (var argument in new[] { "--user", "--map-user=65534", "--map-group=65534", "--", program }) start.ArgumentList.Add(argument);
        }
        else if (Name is not null && OperatingSystem.IsLinux())
        {
            start.UserName = Name;
        }

        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Tool.RunAsync(start, limit, cancel);
    }

    /// <summary>Hands a file or folder over to this user.</summary>
    public async Task<bool> OwnAsync(string path, CancellationToken cancel)
    {
        if (Name is null) return true;
        var start = new ProcessStartInfo("chown") { ArgumentList = { "-R", $"{Name}:", path } };
        return (await Tool.RunAsync(start, TimeSpan.FromSeconds(30), cancel)).Ok;
    }

    private async Task<bool> MayRunAsync(Binaries binaries, string folder, CancellationToken cancel) =>
        (await RunAsync(binaries.Program("postgres"), ["--version"], folder, TimeSpan.FromSeconds(20), cancel)).Ok;

    private static async Task<string> OwnerAsync(string path, CancellationToken cancel)
    {
        string[] format = OperatingSystem.IsMacOS() ? ["-f", "%Su"] : ["-c", "%U"];
        var start = new ProcessStartInfo("stat");
        foreach (var argument in format.Append(path)) start.ArgumentList.Add(argument);
        return (await Tool.RunAsync(start, TimeSpan.FromSeconds(5), cancel)).Output.Trim();
    }
}
