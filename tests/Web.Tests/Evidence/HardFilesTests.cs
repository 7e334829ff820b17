using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Reading;
using OpenPar.App.Features.Evidence.Scanning;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>Files that are more than the library can take keep nobody, and no other file, from their turn.</summary>
public sealed class HardFilesTests(OpenedRound round) : IClassFixture<OpenedRound>
{
    [Fact]
    public async Task A_list_of_a_hundred_thousand_codes_is_read_as_far_as_the_index_goes()
    {
        // Codes of dossiers, all different: more words than PostgreSQL takes into one index entry.
        var list = new StringBuilder("Danh sách hồ sơ lotrinh2025\n");
        for (var i = 0; i < 20_000; i++) list.AppendJoin('\t', Enumerable.Range(0, 6).Select(c => string.Create(CultureInfo.InvariantCulture, $"H{c}{i:D6}"))).Append('\n');
        var url = await round.Officer.SentAsync(Encoding.UTF8.GetBytes(list.ToString()), "danh sách.txt");

        using var proposal = await round.Officer.GetAsync(new Uri(url + "/proposal", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, proposal.StatusCode);
        using var described = await round.Officer.SendFormAsync("/evidence" + url, ("issuer", "Sở Nội vụ"), ("subject", "Phụ lục hồ sơ"));
        Assert.Equal(HttpStatusCode.Redirect, described.StatusCode);
        await round.Site.UseAsync<ReadFiles.Handler>(h => h.HandleAsync(100, default));
        Assert.Single((await round.Officer.PageAsync("/evidence?q=lotrinh2025+h0000007")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Words_that_are_no_words_of_a_language_fit_into_the_index_too()
    {
        // Three letters of three bytes each and a blank: the most that so many characters can ask of the index.
        var text = new StringBuilder();
        for (var i = 0; text.Length < 400_000; i++) text.Append((char)(0x4E00 + (i % 97))).Append((char)(0x5000 + (i / 97 % 89))).Append((char)(0x6000 + (i / 97 / 89))).Append(i % 1_000 == 999 ? '\n' : ' ');
        var url = await round.Officer.SentAsync(Encoding.UTF8.GetBytes(text.ToString()), "chữ lạ.txt");

        using var proposal = await round.Officer.GetAsync(new Uri(url + "/proposal", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, proposal.StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_no_longer_in_the_store_keeps_no_other_from_being_scanned()
    {
        await round.Officer.SentAsync(Uploading.Pdf(3_000), "còn.pdf");
        await using var db = round.Site.Db();
        db.Files.Add(new FileRecord { Sha256 = new string('0', 64), Size = 5, Scan = ScanState.NotScanned, Reading = ReadingState.Waiting });
        await db.SaveChangesAsync();
        await using var scanner = new OneWordScanner();
        await using var scope = round.Site.App.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var scan = new ScanFiles.Handler(services.GetRequiredService<OpenParDb>(), services.GetRequiredService<FileStore>(), new VirusScanner(scanner.At), round.Site.Clock, new Actor());

        Assert.True(await scan.HandleAsync(100, default) >= 1);

        Assert.Equal(1, await db.Files.CountAsync(f => f.Scan == ScanState.NotScanned));
        var gone = await db.Files.AsNoTracking().SingleAsync(f => f.Sha256 == new string('0', 64));
        Assert.Equal(("không còn trong kho tệp", true), (gone.ScanDetail, gone.ScannedAt is not null));
    }

    [Fact]
    public async Task What_the_upkeep_cannot_read_keeps_it_from_none_of_its_other_duties()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var owner = await site.PersonAsync("can-bo", agency: null, roles: Role.Administrator);
        await using var db = site.Db();
        db.Files.Add(new FileRecord { Sha256 = new string('1', 64), Size = 5, Scan = ScanState.Clean, Reading = ReadingState.Waiting });
        db.Uploads.Add(new Upload
        {
            Id = UploadId.New(),
            OwnerId = owner.Id,
            OwnerName = owner.FullName,
            FileName = "quá hạn.pdf",
            Size = 9,
            CreatedAt = site.Clock.GetUtcNow().AddDays(-9),
            ExpiresAt = site.Clock.GetUtcNow().AddDays(-2),
        });
        await db.Database.ExecuteSqlRawAsync("""
            create function evidence.refuse() returns trigger language plpgsql as $$ begin raise exception 'no text is taken today'; end $$;
            create trigger refuse before update on evidence.files for each row execute function evidence.refuse();
            """);
        await db.SaveChangesAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await db.Uploads.AnyAsync(patience.Token)) await Task.Delay(200, patience.Token);
    }

    /// <summary>Says "OK" to everything, as clamd does to clean files.</summary>
    private sealed class OneWordScanner : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Task serving;

        public OneWordScanner()
        {
            listener.Start();
            serving = ServeAsync();
        }

        public EndPoint At => listener.LocalEndpoint;

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await serving;
            listener.Dispose();
        }

        private async Task ServeAsync()
        {
            var buffer = new byte[64 * 1024];
            try
            {
                while (true)
                {
                    using var line = await listener.AcceptTcpClientAsync();
                    var stream = line.GetStream();
                    var end = 0;
                    // A stream ends with a chunk of length 0.
                    while (end < 4 && await stream.ReadAsync(buffer) is var read and > 0)
                        for (var i = 0; i < read; i++) end = buffer[i] == 0 ? end + 1 : 0;
                    await stream.WriteAsync("stream: OK\0"u8.ToArray());
                }
            }
            catch (SocketException)
            {
                // The test is over.
            }
        }
    }
}
