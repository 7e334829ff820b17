using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Cli.Commands;

/// <summary>
/// <c>openpar files copy FROM TO</c>: copies stored files between a data folder and S3-compatible storage, either way. What is there is left
/// alone, so that a copy that was ended goes on; every file is read back and its SHA-256 compared. Nothing is removed at its source.
/// </summary>
internal static class FilesCopy
{
    private const int AtOnce = 4;

    private sealed record Outcome(int Copied, int There, long Bytes);

    public static Command Create()
    {
        var from = new Argument<string>("FROM") { Description = "Thư mục dữ liệu (--data) hoặc s3://bucket/tiền-tố · data folder or s3://bucket/prefix" };
        var to = new Argument<string>("TO") { Description = "Nơi chép đến, cùng dạng · where to, in the same form" };
        var s3 = new S3Options();
        var check = new Option<bool>("--check") { Description = "Đọc lại cả những tệp đã có ở nơi đến · read back also what is there already" };
        var format = Output.FormatOption();
        var command = new Command("copy", "Chép tệp đã lưu giữa ổ đĩa và kho S3, đối chiếu SHA-256 · copy stored files between disk and S3, compared by SHA-256")
        {
            from, to, check, format,
        };
        s3.AddTo(command);
        command.SetAction((parse, cancel) =>
        {
            return RunAsync(s3.At(parse.GetRequiredValue(from), parse), s3.At(parse.GetRequiredValue(to), parse), parse.GetValue(check), parse.GetRequiredValue(format) == "json", cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(StorageChoice fromPlace, StorageChoice toPlace, bool check, bool json, CancellationToken cancel)
    {
        var work = Directory.CreateTempSubdirectory("openpar-copy-").FullName;
        try
        {
            var findings = new List<Finding>();
            var outcome = new Outcome(0, 0, 0);
            if (await OpenAsync(fromPlace, work, findings, cancel) is { } from && await OpenAsync(toPlace, work, findings, cancel) is { } to)
                outcome = await CopyAsync(from, to, to is DiskStorage ? Path.Combine(to.Where, "incoming") : work, check, findings, cancel);
            if (json) Output.Json(new { copied = outcome.Copied, there = outcome.There, bytes = outcome.Bytes, findings });
            else Print(outcome, findings);
            return findings.Count > 0 ? Exit.Findings : Exit.Ok;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<IStorage?> OpenAsync(StorageChoice place, string copies, List<Finding> findings, CancellationToken cancel)
    {
        var folder = place.Address!.StartsWith(S3Place.Scheme, StringComparison.Ordinal) ? null : Path.GetFullPath(place.Address);
        if (folder is not null && !Directory.Exists(folder))
        {
            findings.Add(Finding.Error(folder, new LocalText("Không có thư mục này.", "There is no such folder."), new LocalText("Nêu thư mục dữ liệu như đã dùng với --data.", "Name the data folder as with --data.")));
            return null;
        }

        var choice = folder is null ? place : new StorageChoice();
        LocalText? refusal = null;
        if (!choice.TryOpen(folder ?? copies, out var storage, out var unusable)) refusal = unusable;
        else refusal = await storage.RefusalAsync(cancel);
        if (refusal is null) return storage;
        findings.Add(Finding.Error(storage?.Where ?? "s3", refusal, new LocalText("Sửa rồi chạy lại; tệp đã chép vẫn còn.", "Mend it and run again; what was copied is kept.")));
        return null;
    }

    // A folder takes a file by renaming it: what is on its way there lies on its own disk.
    private static async Task<Outcome> CopyAsync(IStorage from, IStorage to, string work, bool check, List<Finding> findings, CancellationToken cancel)
    {
        int copied = 0, there = 0;
        long bytes = 0;
        Directory.CreateDirectory(work);
        for (var turn = 0; turn < 256; turn++)
        {
            var firstTwo = turn.ToString("x2", CultureInfo.InvariantCulture);
            try
            {
                var held = new HashSet<StoredFile>();
                await foreach (var file in to.ListAsync(firstTwo, cancel)) held.Add(file);
                await Parallel.ForEachAsync(from.ListAsync(firstTwo, cancel), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (file, stop) =>
                {
                    var name = file.Sha256;
                    // One that lies there in another length is no copy: it is sent again.
                    if (held.Contains(file))
                    {
                        Interlocked.Increment(ref there);
                        if (check && await HashAsync(to, name, stop) != name) Add(findings, Damaged(to, name));
                        return;
                    }

                    if (await OneAsync(from, to, work, name, findings, stop) is not { } size) return;
                    Interlocked.Increment(ref copied);
                    Interlocked.Add(ref bytes, size);
                });
            }
            catch (StorageAwayException away)
            {
                Add(findings, Finding.Error(firstTwo, away.Reason, new LocalText("Chạy lại lệnh này để chép tiếp; tệp đã chép vẫn còn.", "Run the command again to go on; what was copied is kept.")));
                break;
            }
        }

        return new Outcome(copied, there, bytes);
    }

    private static async Task<long?> OneAsync(IStorage from, IStorage to, string work, string name, List<Finding> findings, CancellationToken cancel)
    {
        // What goes into a storage leaves its place, and nothing may leave the source: a copy goes.
        var own = Path.Combine(work, Path.GetRandomFileName());
        try
        {
            long size;
            await using (var source = await from.OpenAsync(name, cancel))
            await using (var file = File.Create(own))
            {
                await source.CopyToAsync(file, cancel);
                size = file.Length;
            }

            if (await HashAsync(own, cancel) != name) Add(findings, Damaged(from, name));
            else
            {
                await to.PutAsync(own, name, cancel);
                if (await HashAsync(to, name, cancel) == name) return size;
                Add(findings, Damaged(to, name));
            }
        }
        catch (FileNotFoundException)
        {
            // Removed by the sweep of a running server since it was listed: nothing uses it.
        }
        finally
        {
            File.Delete(own);
        }

        return null;
    }

    private static async Task<string> HashAsync(IStorage storage, string name, CancellationToken cancel)
    {
        await using var content = await storage.OpenAsync(name, cancel);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancel)
    {
        await using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
    }

    private static Finding Damaged(IStorage storage, string name) => Finding.Error(
        name, new LocalText($"Tệp ở {storage.Where} không đúng với mã SHA-256 của nó.", $"The file in {storage.Where} does not have the SHA-256 it is named by."),
        new LocalText("Lấy lại tệp này từ bản sao lưu rồi chạy lại.", "Restore this file from a backup, then run again."));

    private static void Add(List<Finding> findings, Finding finding)
    {
        lock (findings) findings.Add(finding);
    }

    private static void Print(Outcome outcome, List<Finding> findings)
    {
        Output.Lines(findings);
        Output.Line($"Đã chép {outcome.Copied} tệp ({outcome.Bytes} byte), {outcome.There} tệp đã có sẵn, {findings.Count} lỗi.");
        if (findings.Count == 0) Output.Line("Nơi nguồn còn nguyên. Khởi động máy chủ với nơi mới, chạy lại lệnh này một lần nữa, rồi mới xoá nơi cũ.");
    }
}
