using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Testing;

namespace OpenPar.Cli.Tests;

/// <summary>Stored files copied between a data folder and a real S3-compatible server.</summary>
public sealed class FilesTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("openpar-files-").FullName;
    private S3Server? server;
    private string? missing;

    public async ValueTask InitializeAsync() => (server, missing) = await S3Server.StartAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Files_go_to_s3_and_back_go_on_where_they_were_and_damage_is_found()
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        var names = new List<string>();
        for (var i = 0; i < 12; i++) names.Add(await StoreAsync(data, RandomNumberGenerator.GetBytes(10_000 + i)));
        names.Add(await StoreAsync(data, RandomNumberGenerator.GetBytes(S3Storage.PartSize + 5)));

        var first = await CopyAsync(data, "s3://openpar/tinh", "--format", "json");
        Assert.Equal((0, 13, 0), (first.Code, first.Json.GetProperty("copied").GetInt32(), first.Json.GetProperty("there").GetInt32()));
        names.Add(await StoreAsync(data, "thêm một tệp"u8.ToArray()));
        var second = await CopyAsync(data, "s3://openpar/tinh", "--check", "--format", "json");
        Assert.Equal((0, 1, 13), (second.Code, second.Json.GetProperty("copied").GetInt32(), second.Json.GetProperty("there").GetInt32()));

        var back = Directory.CreateDirectory(Path.Combine(folder, "back")).FullName;
        Assert.Contains("Đã chép 14 tệp", (await CopyAsync("s3://openpar/tinh", back)).Out, StringComparison.Ordinal);
        foreach (var name in names) Assert.Equal(await File.ReadAllBytesAsync(PathOf(data, name), Cancel), await File.ReadAllBytesAsync(PathOf(back, name), Cancel));

        await File.WriteAllTextAsync(PathOf(back, names[0]), "hỏng", Cancel);
        var damaged = await CopyAsync(back, "s3://openpar/noi-khac", "--format", "json");
        Assert.Equal((1, 13, names[0]), (damaged.Code, damaged.Json.GetProperty("copied").GetInt32(), damaged.Json.GetProperty("findings")[0].GetProperty("where").GetString()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_keys_are_never_repeated()
    {
        var noFolder = await CopyAsync(Path.Combine(folder, "khong-co"), "s3://openpar/x");
        Assert.Equal((1, true), (noFolder.Code, noFolder.Out.Contains("Không có thư mục này", StringComparison.Ordinal)));
        var noBucket = await CopyAsync(folder, "s3://khong-co/x");
        Assert.Equal((1, true), (noBucket.Code, noBucket.Out.Contains("không có bucket “khong-co”", StringComparison.Ordinal)));
        var keys = await CopyAsync(folder, "s3://KEY:rat-bi-mat@openpar/x");
        Assert.Equal((1, false), (keys.Code, (keys.Out + keys.Error).Contains("rat-bi-mat", StringComparison.Ordinal)));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string PathOf(string data, string name) => Path.Combine(data, "files", name[..2], name[2..4], name);

    private static async Task<string> StoreAsync(string data, byte[] content)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(content));
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(data, name))!);
        await File.WriteAllBytesAsync(PathOf(data, name), content, Cancel);
        return name;
    }

    private async Task<Ran> CopyAsync(params string[] arguments)
    {
        if (server is null) Assert.Skip(missing ?? "There is no S3-compatible server here.");
        var start = new ProcessStartInfo("dotnet", [Openpar.Beside("openpar.dll"), "files", "copy", .. arguments, "--s3-endpoint", server.Endpoint])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["AWS_ACCESS_KEY_ID"] = S3Server.Key, ["AWS_SECRET_ACCESS_KEY"] = S3Server.Secret },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        return new Ran(process.ExitCode, await output, await error);
    }
}
