using System.Net;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence.Uploads;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>What one person may have on the way, and for how long.</summary>
public sealed class UploadQuotaTests(OpenedRound round) : IClassFixture<OpenedRound>
{
    [Fact]
    public async Task Too_much_on_the_way_is_refused_until_some_is_ended_or_expires()
    {
        const long twoGigabytes = 2L << 30;
        var urls = new List<string>();
        for (var i = 0; i < 5; i++) urls.Add(await round.Officer.BegunAsync(twoGigabytes, $"{i}.pdf"));
        using var over = await round.Officer.CreateAsync(1, "6.pdf");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, over.StatusCode);
        Assert.Contains("10 GB", await over.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotNull(await round.OtherOfficer.BegunAsync(5_000));

        (await round.Officer.SendAsync(Uploading.Request(HttpMethod.Delete, urls[0]))).Dispose();
        var small = await round.Officer.BegunAsync(5_000);
        (await round.Officer.PatchAsync(small, 0, "%PDF-1.4 một phần"u8.ToArray())).Dispose();

        round.Site.Clock.PassBy(TimeSpan.FromDays(8));
        var officer = round.Site.Visitor();
        await officer.SignInAsync("can-bo", "một câu thật là dài");
        Assert.Null(await officer.OffsetAsync(small));
        var removed = 0;
        await round.Site.UseAsync<RemoveExpiredUploads.Handler>(async h => removed = await h.HandleAsync(default));
        Assert.True(removed >= 6, $"{removed} were removed.");
        var store = (UploadStore)round.Site.App.Services.GetService(typeof(UploadStore))!;
        Assert.DoesNotContain(new UploadId(Guid.Parse(small.Split('/')[^1])), store.All().Select(u => u.Id));
        Assert.NotNull(await officer.BegunAsync(twoGigabytes));
    }
}
