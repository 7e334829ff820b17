using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Organisations.Reorganisations;

/// <summary>The mergers of departments of 1 March 2025 as the pack of Đắk Lắk has them, with the set 876 assigned and a round open.</summary>
public sealed class DepartmentMergerTests : IAsyncLifetime
{
    private static readonly FrameworkId Set = FrameworkId.Parse("par-index-province/876-2022");

    private readonly Site site = new();
    private HttpClient administrator = null!;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.LoadPacksAsync();
        administrator = await site.SignedInAsync(Role.Administrator);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Duties_of_two_departments_become_those_of_the_one_that_continues_them()
    {
        await using var db = site.Db();
        Framework? framework = null;
        await site.UseAsync<OpenParDb>(async own => framework = await site.App.Services.GetRequiredService<FrameworkCatalog>().GetAsync(own, Set, default));
        var leaves = framework!.Leaves.Where(l => l.Method != ScoringMethod.Survey).Select(l => l.Code).Take(3).ToList();
        await AssignAsync(leaves[0], "so-tai-nguyen-va-moi-truong");
        await AssignAsync(leaves[1], "so-nong-nghiep-va-phat-trien-nong-thon");
        await AssignAsync(leaves[2], "so-tai-nguyen-va-moi-truong");
        await AssignAsync(leaves[2], "so-nong-nghiep-va-phat-trien-nong-thon");
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        var round = default(RoundId);
        await site.UseAsync<CreateRound.Handler>(async h => round = (await h.HandleAsync(
            CreateRound.Command.OfOwners("Kỳ mẫu 2024", 2024, Set, AgencyId.Parse("ubnd-tinh-dak-lak"), OpenedRound.CalendarFrom(today)), default)).Value);
        await site.UseAsync<OpenRound.Handler>(h => h.HandleAsync(round, default));
        var successions = await db.Successions.CountAsync();

        var planned = await administrator.PostFormAsync("/agencies/reorganisations/new", await administrator.FormTokenAsync("/account"),
            ("Kind", "Merge"), ("On", "01/03/2025"), ("Decision", "Sắp xếp cơ quan chuyên môn từ 01/3/2025"), ("Sources", "so-tai-nguyen-va-moi-truong"),
            ("Sources", "so-nong-nghiep-va-phat-trien-nong-thon"), ("Successors[0].Agency", "so-nong-nghiep-va-moi-truong"));
        var url = planned.Headers.Location!.ToString();
        var page = await administrator.PageAsync(url);
        // The register of the pack says who ended and who continues whom already.
        Assert.Null(page.QuerySelector("[data-part=Register]"));
        var seen = page.QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        await administrator.PostFormAsync(url + "/apply", await administrator.FormTokenAsync("/account"), ("seen", seen));

        var heir = AgencyId.Parse("so-nong-nghiep-va-moi-truong");
        var assigned = await db.Assignments.AsNoTracking().Where(a => a.FrameworkId == Set).ToListAsync();
        Assert.Equal(3, assigned.Count);
        Assert.All(assigned, a => Assert.Equal(heir, a.AgencyId));
        Assert.Contains(assigned, a => a.Note == "Thay Sở Tài nguyên và Môi trường từ 01/03/2025");
        var owned = await db.RowOwners.AsNoTracking().Where(o => db.Rows.Any(r => r.Id == o.RowId && leaves.Contains(r.Code))).ToListAsync();
        Assert.Equal(3, owned.Count);
        Assert.All(owned, o => Assert.Equal(heir, o.AgencyId));
        Assert.Equal(successions, await db.Successions.CountAsync());
        Assert.Equal("yes", (await administrator.PageAsync(url)).QuerySelector("[data-replays]")!.GetAttribute("data-replays"));
    }

    private async Task AssignAsync(CriterionCode code, string agency)
    {
        await using var db = site.Db();
        db.Assignments.Add(new Assignment
        {
            FrameworkId = Set,
            Code = code,
            AgencyId = AgencyId.Parse(agency),
            Role = AssignmentRole.Lead,
            Origin = AssignmentOrigin.Entered,
            DecidedBy = "Người phân công",
            DecidedAt = site.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    }
}
