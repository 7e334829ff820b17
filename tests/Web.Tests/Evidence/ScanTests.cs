using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Scanning;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>Files and a real scanner, there and not there.</summary>
public sealed class ScanTests(Clamd clamd, OpenedRound round) : IClassFixture<Clamd>, IClassFixture<OpenedRound>
{
    [Fact]
    public async Task The_scanner_tells_clean_from_infected_and_says_when_a_file_is_too_long_for_it()
    {
        Clamd.Need();
        var scanner = new VirusScanner(VirusScanner.Named(clamd.Socket));

        Assert.Equal(ScanState.Clean, (await ScanAsync(scanner, "một tệp lành"u8.ToArray())).State);
        var infected = await ScanAsync(scanner, [.. "trước "u8, .. Clamd.Eicar, .. " sau"u8]);
        Assert.Equal((ScanState.Infected, true), (infected.State, infected.Detail!.Contains("Eicar", StringComparison.Ordinal)));
        var tooLong = await ScanAsync(scanner, new byte[8 * 1024 * 1024]);
        Assert.Equal((ScanState.NotScanned, true), (tooLong.State, tooLong.Detail!.StartsWith("clamd:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_scanner_or_with_one_that_is_away_a_file_is_not_scanned()
    {
        Assert.Equal(new ScanVerdict(ScanState.NotScanned, null), await ScanAsync(new VirusScanner(null), Clamd.Eicar));
        Assert.Equal(ScanState.NotScanned, (await ScanAsync(new VirusScanner(VirusScanner.Named("/nowhere/clamd.sock")), Clamd.Eicar)).State);
        Assert.Throws<ArgumentException>(() => VirusScanner.Named("nonsense"));
        Assert.Null(VirusScanner.Named(""));
    }

    [Fact]
    public async Task An_infected_file_is_refused_where_there_is_a_scanner()
    {
        Clamd.Need();
        await using var scope = round.Site.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OpenParDb>();
        var receive = new ReceiveFile(db, scope.ServiceProvider.GetRequiredService<FileStore>(), new VirusScanner(VirusScanner.Named(clamd.Socket)), round.Site.Clock);
        using var content = new MemoryStream([.. "lời dẫn "u8, .. Clamd.Eicar]);

        var answer = await receive.SaveAsync(content, "báo cáo.txt", 1_000_000, AddDocument.Refusals.FileTooLarge, default);

        Assert.Equal("infected", Assert.Single(answer.Refusals).Code);
        Assert.Contains("mã độc", answer.Refusals[0].Message.Vi, StringComparison.Ordinal);
        Assert.Equal(ScanState.Infected, (await db.Files.AsNoTracking().SingleAsync(f => f.ScanDetail != null && f.ScanDetail.Contains("Eicar") && f.Size == content.Length)).Scan);
    }

    [Fact]
    public async Task What_a_later_scan_finds_is_shut_away()
    {
        Clamd.Need();
        byte[] content = [.. "đã có từ trước khi cài bộ quét "u8, .. Clamd.Eicar];
        (await round.UploadAsync(round.Officer, "1.1", content, "cũ.txt", ("issuer", "Sở Nội vụ"), ("subject", "Tệp cũ"))).Dispose();
        await using var db = round.Site.Db();
        var document = (await db.Documents.SingleAsync(d => d.Subject == "Tệp cũ")).Id.Value;
        var file = new Uri($"/evidence/{document}/file", UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await round.Officer.GetAsync(file)).StatusCode);

        await using var scope = round.Site.App.Services.CreateAsyncScope();
        var scan = new ScanFiles.Handler(db, scope.ServiceProvider.GetRequiredService<FileStore>(), new VirusScanner(VirusScanner.Named(clamd.Socket)), round.Site.Clock, new Actor());
        Assert.True(await scan.HandleAsync(100, default) >= 1);

        Assert.Equal(HttpStatusCode.NotFound, (await round.Officer.GetAsync(file)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await round.Officer.GetAsync(new Uri($"/evidence/{document}/view", UriKind.Relative))).StatusCode);
        Assert.Contains("có mã độc, đã cách ly", (await round.Officer.PageAsync($"/evidence/{document}")).QuerySelector("#files")!.TextContent, StringComparison.Ordinal);
        using var again = await round.UploadAsync(round.Officer, "1.1", content, "lần nữa.txt", ("issuer", "Sở Nội vụ"), ("subject", "Lần nữa"));
        Assert.Contains("mã độc", (await again.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<ScanVerdict> ScanAsync(VirusScanner scanner, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await scanner.ScanAsync(stream, default);
    }
}
