using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Assignments;

/// <summary>The province's real annex in its two extractions, from upload to the assignment of the set in force.</summary>
public sealed class RealAnnexTests : IAsyncLifetime
{
    private const string Old = "par-index-province/876-2022";
    private const string CarryOver = "/assignments/carry-over?from=par-index-province%2F876-2022&to=par-index-province%2F1187-2025&day=2025-07-01";
    private readonly Site site = new();
    private HttpClient admin = null!;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.LoadPacksAsync();
        admin = await site.SignedInAsync(Role.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task From_upload_to_the_assignment_of_the_set_in_force()
    {
        var left = await UploadAsync("seeds/004_a81e517391f5f39a.txt");
        var right = await UploadAsync("seeds/000_2a5337a6a6118eb2.txt");
        var compare = $"/assignments/compare?left={left.Split('/')[^1]}&right={right.Split('/')[^1]}";
        var differences = (await admin.PageAsync(compare)).QuerySelectorAll("#differences td.op-code").Select(c => c.TextContent).ToList();
        Assert.Contains("8.4", differences);
        Assert.Equal(9, differences.Count);

        await admin.PostFormAsync($"{compare}&choice=right", await admin.FormTokenAsync(compare), ("code", "8.4"));
        var accepted = await admin.PostFormAsync($"{left}?handler=Accept", await admin.FormTokenAsync(left));
        Assert.Equal("/assignments/" + Old, accepted.Headers.Location!.OriginalString);
        await using var db = site.Db();
        var leads = await db.Assignments.Where(a => a.FrameworkId == FrameworkId.Parse(Old)).ToListAsync();
        Assert.Equal(97, leads.Select(a => a.Code).Distinct().Count());
        var decided = Assert.Single(leads, a => a.Code == CriterionCode.Parse("8.4"));
        Assert.Equal((AgencyId.Parse("so-tai-chinh"), AssignmentOrigin.Entered), (decided.AgencyId, decided.Origin));

        foreach (var group in new[] { "identical", "changed" })
            await admin.PostFormAsync(CarryOver + "&handler=Decide", await admin.FormTokenAsync(CarryOver), ("all", group));
        await admin.PostFormAsync(CarryOver + "&handler=Carry", await admin.FormTokenAsync(CarryOver));
        var carried = await db.Assignments.Where(a => a.FrameworkId == FrameworkId.Parse("par-index-province/1187-2025")).ToListAsync();
        Assert.True(carried.Select(a => a.Code).Distinct().Count() >= 80, $"{carried.Select(a => a.Code).Distinct().Count()} leaves");
        Assert.All(carried, a => Assert.Equal(AssignmentOrigin.CarriedOver, a.Origin));
        Assert.DoesNotContain(carried, a => a.AgencyId == AgencyId.Parse("so-thong-tin-va-truyen-thong"));
        Assert.Contains(carried, a => a.AgencyId == AgencyId.Parse("so-khoa-hoc-va-cong-nghe") && a.Note == "Thay Sở Thông tin và Truyền thông (kết thúc 28/02/2025)");
        Assert.Contains("Chưa phân công: 1", (await admin.PageAsync("/assignments/par-index-province/1187-2025")).QuerySelector("#unassigned-title")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> UploadAsync(string name)
    {
        var response = await admin.UploadAsync(SharedMaterial.BytesOrSkip(name), Path.GetFileName(name), Old, "31/05/2024");
        Assert.True(response.Headers.Location is not null, (await response.ReadAsync()).QuerySelector("main")?.TextContent);
        var review = response.Headers.Location.OriginalString;
        Assert.Empty((await admin.PageAsync(review)).QuerySelectorAll("#names form"));
        return review;
    }
}
