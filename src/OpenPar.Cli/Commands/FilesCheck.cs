using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Cli.Commands;

/// <summary>
/// <c>openpar files check</c>: goes through every use of stored files that the records know and says which the store lacks, has in another
/// length or, with <c>--read</c>, with other bytes, and whom to ask for them. Nothing is changed; the server may run meanwhile.
/// </summary>
internal static class FilesCheck
{
    private const int MostPlaces = 10;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private sealed record Place(string Data, string? Connection, StorageChoice Files);

    /// <summary>What the check says: faults as they are found, then what could not be checked and the sums, which are known when the faults have ended.</summary>
    private sealed class Report(IAsyncEnumerable<FaultyFile> files, List<Finding> findings, CheckFiles.Tally tally)
    {
        public IAsyncEnumerable<FaultyFile> Files => files;

        public IReadOnlyList<Finding> Findings => findings;

        public long Looked => tally.Files;

        public long Bytes => tally.Bytes;

        public long Faults => tally.Faults;

        /// <summary>Whether all of the records were gone through.</summary>
        public bool Complete => tally.Turn == CheckFiles.Turns;
    }

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Thư mục dữ liệu như khi chạy máy chủ · data folder, as for the server", DefaultValueFactory = _ => ".openpar" };
        var connection = new Option<string?>("--db") { Description = "PostgreSQL có sẵn thay cho PostgreSQL riêng · an existing PostgreSQL (OPENPAR_DB)" };
        var files = new Option<string?>("--files") { Description = "s3://bucket/tiền-tố khi tệp ở kho S3 · where files are in S3 (OPENPAR_FILES)" };
        var s3 = new S3Options();
        var read = new Option<bool>("--read") { Description = "Đọc từng tệp và đối chiếu SHA-256 · read every file and compare its SHA-256" };
        var format = Output.FormatOption();
        var command = new Command("check", "Đối chiếu kho tệp với hồ sơ: tệp nào thiếu, sai, dùng ở đâu · compare stored files with the records: which are missing or wrong, and where they are used")
        {
            data, connection, files, read, format,
        };
        s3.AddTo(command);
        command.SetAction((parse, cancel) =>
        {
            var choice = s3.At(parse.GetValue(files) ?? Variable(StorageChoice.Variable), parse);
            var place = new Place(parse.GetRequiredValue(data), parse.GetValue(connection) ?? Variable("OPENPAR_DB"), choice);
            return RunAsync(place, new CheckFiles.Command(parse.GetValue(read)), parse.GetRequiredValue(format) == "json", cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(Place place, CheckFiles.Command command, bool json, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        var tally = new CheckFiles.Tally();
        var report = new Report(CheckAsync(place, command, tally, findings, cancel), findings, tally);
        if (json) await Output.JsonAsync(report, cancel);
        else await PrintAsync(report, cancel);
        return findings.Count > 0 || tally.Faults > 0 ? Exit.Findings : Exit.Ok;
    }

    private static async IAsyncEnumerable<FaultyFile> CheckAsync(Place place, CheckFiles.Command command, CheckFiles.Tally tally, List<Finding> findings, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!place.Files.TryOpen(Path.GetFullPath(place.Data), out var storage, out var unusable))
        {
            findings.Add(Finding.Error("--files", unusable, new LocalText("Sửa rồi chạy lại.", "Mend it and run again.")));
            yield break;
        }

        using var closing = storage as IDisposable;
        var (records, refusal) = await OpenedRecords.OpenAsync(place.Data, place.Connection, cancel);
        if (records is null)
        {
            findings.Add(Finding.Error(place.Connection is null ? place.Data : "--db", refusal!, new LocalText("Sửa rồi chạy lại.", "Mend it and run again.")));
            yield break;
        }

        await using var opened = records;
        await using var db = records.Db();
        await using var going = new CheckFiles.Handler(db, storage).HandleAsync(command, tally, cancel).GetAsyncEnumerator(cancel);
        var since = Stopwatch.StartNew();
        await using var progress = new Timer(_ => Say(tally, since), null, TimeSpan.FromSeconds(2), Console.IsErrorRedirected ? TimeSpan.FromSeconds(30) : TimeSpan.FromSeconds(1));
        while (await NextAsync(going, storage, findings)) yield return going.Current;
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<FaultyFile> going, IStorage storage, List<Finding> findings)
    {
        try
        {
            return await going.MoveNextAsync();
        }
        catch (StorageAwayException away)
        {
            findings.Add(Finding.Error(storage.Where, away.Reason, new LocalText("Phần còn lại chưa được xem: sửa rồi chạy lại.", "The rest was not looked at: mend it and run again.")));
            return false;
        }
    }

    private static async Task PrintAsync(Report report, CancellationToken cancel)
    {
        await foreach (var file in report.Files.WithCancellation(cancel)) Output.Line(TextOf(file));
        Output.Lines(report.Findings);
        if (!report.Complete) return;
        var read = report.Bytes > 0 ? $" và đọc lại {FileSize.Show(report.Bytes)}" : "";
        Output.Line(report.Faults == 0
            ? $"Đã đối chiếu {Number(report.Looked)} tệp{read}: kho có đủ và đúng."
            : $"Đã đối chiếu {Number(report.Looked)} tệp{read}: {Number(report.Faults)} tệp thiếu hoặc sai.");
        if (report.Faults == report.Looked && report.Faults > 0) Output.Line("Không tệp nào đúng: có lẽ --data, --files hoặc --s3-endpoint chưa phải là nơi máy chủ đang dùng.");
    }

    // Where, what, whose, what to do; as findings are printed.
    private static string TextOf(FaultyFile file)
    {
        var text = new StringBuilder($"{(file.Places.Count == 0 ? file.Sha256 : file.Places[0].Name)}: LỖI: {WhatOf(file)}\n    SHA-256 {file.Sha256}");
        foreach (var place in file.Places.Take(MostPlaces))
        {
            var whose = string.Join("; ", new[] { place.Name, place.FileName, place.Agency, place.By is null ? null : $"{place.By}, {place.At?.ToOffset(TimeSpan.FromHours(7)):dd/MM/yyyy}" }.OfType<string>().Distinct());
            text.Append(Vietnamese, $"\n    - {place.Kind.Vi}: {whose}");
            foreach (var use in place.Used) text.Append(Vietnamese, $"\n      · {use.Vi}");
        }

        if (file.Places.Count > MostPlaces) text.Append(Vietnamese, $"\n    - và {file.Places.Count - MostPlaces} nơi khác nữa: --format json nêu đủ");
        var remedy = file.Fault is FileFault.Missing or FileFault.OtherLength
            ? "Chép lại từ bản sao lưu (./openpar files copy), hoặc nhờ người nêu trên tải lại đúng tệp ấy."
            : "Xoá tệp hỏng trong kho, rồi chép lại từ bản sao lưu (./openpar files copy) hoặc nhờ người nêu trên tải lại đúng tệp ấy.";
        return text.Append(Vietnamese, $"\n    → {remedy}").ToString();
    }

    private static string WhatOf(FaultyFile file) => file.Fault switch
    {
        FileFault.Missing => file.Expected is { } size ? $"Kho không có tệp này ({FileSize.Show(size)})." : "Kho không có tệp này.",
        FileFault.OtherLength => $"Tệp trong kho dài {Number(file.Found!.Value)} byte, lúc nhận dài {Number(file.Expected!.Value)} byte.",
        FileFault.OtherBytes => "Tệp trong kho không đúng với mã SHA-256 của nó.",
        _ => $"Không đọc được tệp trong kho: {file.Detail}",
    };

    private static void Say(CheckFiles.Tally tally, Stopwatch since)
    {
        var line = $"Đã xem {Number(tally.Files)} tệp ({100 * tally.Turn / CheckFiles.Turns} %), {FileSize.Show(tally.Bytes)} đã đọc, {Number(tally.Faults)} thiếu hoặc sai, {since.Elapsed.TotalSeconds:0} giây";
        Output.Progress(line);
    }

    private static string Number(long number) => number.ToString("#,0", Vietnamese);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
