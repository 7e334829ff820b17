using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Testing;

namespace OpenPar.Cli.Tests;

/// <summary>Stored files copied between a data folder and a real S3-compatible server, and compared with the records.</summary>
public sealed class FilesTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("openpar-files-").FullName;
    // A server that is there for longer keeps what the last run left.
    private readonly string tinh = $"s3://openpar/{Guid.NewGuid():N}/tinh", elsewhere = $"s3://openpar/{Guid.NewGuid():N}/noi-khac";
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

        var first = await CopyAsync(data, tinh, "--format", "json");
        Assert.Equal((0, 13, 0), (first.Code, first.Json.GetProperty("copied").GetInt32(), first.Json.GetProperty("there").GetInt32()));
        names.Add(await StoreAsync(data, "thêm một tệp"u8.ToArray()));
        var second = await CopyAsync(data, tinh, "--check", "--format", "json");
        Assert.Equal((0, 1, 13), (second.Code, second.Json.GetProperty("copied").GetInt32(), second.Json.GetProperty("there").GetInt32()));

        var back = Directory.CreateDirectory(Path.Combine(folder, "back")).FullName;
        Assert.Contains("Đã chép 14 tệp", (await CopyAsync(tinh, back)).Out, StringComparison.Ordinal);
        foreach (var name in names) Assert.Equal(await File.ReadAllBytesAsync(PathOf(data, name), Cancel), await File.ReadAllBytesAsync(PathOf(back, name), Cancel));

        await File.WriteAllTextAsync(PathOf(back, names[0]), "hỏng", Cancel);
        var damaged = await CopyAsync(back, elsewhere, "--format", "json");
        Assert.Equal((1, 13, names[0]), (damaged.Code, damaged.Json.GetProperty("copied").GetInt32(), damaged.Json.GetProperty("findings")[0].GetProperty("where").GetString()));
    }

    [Fact]
    public async Task A_copy_that_lies_there_cut_short_is_sent_again()
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        var name = await StoreAsync(data, RandomNumberGenerator.GetBytes(50_000));
        var back = Directory.CreateDirectory(Path.Combine(folder, "back")).FullName;
        await CopyAsync(data, back);
        await File.WriteAllTextAsync(PathOf(back, name), "cắt", Cancel);

        var again = await CopyAsync(data, back, "--format", "json");

        Assert.Equal((0, 1), (again.Code, again.Json.GetProperty("copied").GetInt32()));
        Assert.Equal(50_000, new FileInfo(PathOf(back, name)).Length);
    }

    [Fact]
    public async Task The_check_names_what_the_store_lacks_and_is_content_when_it_is_back()
    {
        await using var database = await TestDatabase.CreateAsync(Cancel);
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        var (kept, lost) = (await StoreAsync(data, "còn"u8.ToArray()), await StoreAsync(data, "mất"u8.ToArray()));
        await TemplateAsync(database, "ScoreSheet", kept, 4);
        await TemplateAsync(database, "Plan", lost, 5);
        await CopyAsync(data, tinh);
        File.Delete(PathOf(data, lost));

        var disk = await CheckAsync(database, "--data", data, "--format", "json");
        var file = Assert.Single(disk.Json.GetProperty("files").EnumerateArray());
        Assert.Equal((1, lost, "missing", 5), (disk.Code, file.GetProperty("sha256").GetString(), file.GetProperty("fault").GetString(), file.GetProperty("expected").GetInt32()));
        Assert.Equal(("mau.docx", "Người Mẫu"), (file.GetProperty("places")[0].GetProperty("fileName").GetString(), file.GetProperty("places")[0].GetProperty("by").GetString()));
        Assert.Equal((2, 1, true), (disk.Json.GetProperty("looked").GetInt32(), disk.Json.GetProperty("faults").GetInt32(), disk.Json.GetProperty("complete").GetBoolean()));
        Assert.Contains("Kế hoạch: LỖI: Kho không có tệp này (5 byte).", (await CheckAsync(database, "--data", data)).Out, StringComparison.Ordinal);

        var whole = await CheckAsync(database, "--data", data, "--files", tinh, "--read");
        Assert.Equal((0, true), (whole.Code, whole.Out.Contains("Đã đối chiếu 2 tệp và đọc lại 9 byte: kho có đủ và đúng.", StringComparison.Ordinal)));
        var wrong = await CheckAsync(database, "--data", data, "--files", elsewhere);
        Assert.Equal((1, true), (wrong.Code, wrong.Out.Contains("Không tệp nào đúng", StringComparison.Ordinal)));
        await server!.KillAsync();
        var away = await CheckAsync(database, "--data", data, "--files", tinh, "--format", "json");
        Assert.Equal((1, false), (away.Code, away.Json.GetProperty("complete").GetBoolean()));
        Assert.Contains("chưa được xem", away.Json.GetProperty("findings")[0].GetProperty("remedy").GetProperty("vi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_makes_no_installation_where_there_is_none()
    {
        var nowhere = Path.Combine(folder, "khong-co");
        var ran = await RunAsync("check", "--data", nowhere);

        Assert.Equal((1, false), (ran.Code, Directory.Exists(nowhere)));
        Assert.Contains("không có cơ sở dữ liệu của OpenPAR", ran.Out, StringComparison.Ordinal);
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

    private static async Task TemplateAsync(TestDatabase database, string kind, string sha256, int size)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand($"insert into papers.templates (kind, file_name, sha256, size, uploaded_at, uploaded_by) values ('{kind}', 'mau.docx', '{sha256}', {size}, now(), 'Người Mẫu')");
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private Task<Ran> CopyAsync(params string[] arguments) => RunAsync(["copy", .. arguments]);

    private Task<Ran> CheckAsync(TestDatabase database, params string[] arguments) => RunAsync(["check", "--db", database.ConnectionString, .. arguments]);

    private async Task<Ran> RunAsync(params string[] arguments)
    {
        if (server is null) Assert.Skip(missing ?? "There is no S3-compatible server here.");
        var start = new ProcessStartInfo("dotnet", [Openpar.Beside("openpar.dll"), "files", .. arguments, "--s3-endpoint", server.Endpoint])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["AWS_ACCESS_KEY_ID"] = server.Key, ["AWS_SECRET_ACCESS_KEY"] = server.Secret },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        return new Ran(process.ExitCode, await output, await error);
    }
}
