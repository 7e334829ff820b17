using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.Web.Hosting;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>A store that lacks what the records name is said to those who see to the system, and to nobody else, until it is mended.</summary>
public sealed class StoreWatchTests(OpenedRound round) : IClassFixture<OpenedRound>
{
    [Fact]
    public async Task Missing_files_are_said_to_administrators_until_they_are_back()
    {
        var content = Uploading.Pdf(2_000);
        var url = await round.Officer.SentAsync(content, "mất.pdf");
        using var described = await round.Officer.SendFormAsync("/evidence" + url, ("issuer", "Sở Nội vụ"), ("subject", "Tệp sẽ mất"));
        Assert.Equal(HttpStatusCode.Redirect, described.StatusCode);
        await LookAsync();
        Assert.Null(await BarAsync(round.Administrator));

        var path = await PathAsync("Tệp sẽ mất");
        File.Delete(path);
        await LookAsync();
        var bar = await BarAsync(round.Administrator);
        Assert.Contains("1 tệp có trong hồ sơ nhưng không có trong kho", bar, StringComparison.Ordinal);
        Assert.Contains("./openpar files check", bar, StringComparison.Ordinal);
        foreach (var person in new[] { round.Officer, round.Appraiser, round.Reader }) Assert.Null(await BarAsync(person));

        // The remedy of the check: whoever has it uploads the very file again, anywhere.
        await round.Officer.SentAsync(content, "cùng tệp ấy.pdf");
        await LookAsync();
        Assert.Null(await BarAsync(round.Administrator));
    }

    [Fact]
    public async Task What_is_missing_and_used_by_nobody_any_more_is_no_longer_said()
    {
        await round.Officer.SentAsync(Uploading.Pdf(1_000), "bỏ đi.pdf");
        await using var db = round.Site.Db();
        var upload = await db.Uploads.SingleAsync(u => u.FileName == "bỏ đi.pdf");
        File.Delete(PathOf(upload.Sha256!));
        await LookAsync();
        Assert.NotNull(await BarAsync(round.Administrator));

        db.Uploads.Remove(upload);
        await db.SaveChangesAsync();
        await LookAsync();

        Assert.Null(await BarAsync(round.Administrator));
    }

    private Task LookAsync() => round.Site.App.Services.GetRequiredService<StoreWatch>().LookAsync(TestContext.Current.CancellationToken);

    private static async Task<string?> BarAsync(HttpClient person) =>
        (await person.PageAsync("/account")).QuerySelectorAll("aside.op-banner").FirstOrDefault(b => b.TextContent.Contains("Kho tệp", StringComparison.Ordinal))?.TextContent;

    private string PathOf(string sha256) => Path.Combine(round.Site.Folder, "files", sha256[..2], sha256[2..4], sha256);

    private async Task<string> PathAsync(string subject)
    {
        await using var db = round.Site.Db();
        return PathOf(await db.Documents.Where(d => d.Subject == subject).Select(d => d.Revisions.Single().Sha256).SingleAsync());
    }
}
