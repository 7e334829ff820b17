using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Documents.Packs;

namespace OpenPar.App.Tests.Frameworks;

public sealed class LoadFrameworkTests : IAsyncLifetime
{
    private static readonly FrameworkId Id = FrameworkId.Parse("mau/1-2024");
    private readonly AppHouse house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task The_same_content_twice_changes_nothing()
    {
        Assert.Equal(LoadFramework.Outcome.Loaded, await LoadAsync(Sample("Một", "Hai")));
        Assert.Equal(LoadFramework.Outcome.Unchanged, await LoadAsync(Sample("Một", "Hai")));

        await using var db = house.Db();
        Assert.Equal(1, await db.AuditEntries.CountAsync());
    }

    [Fact]
    public async Task What_is_read_back_equals_what_was_loaded()
    {
        await using var stream = File.OpenRead(PackFolder.FileIn(Path.Combine(PackFolder.Root()!, "vn/par-index-province-1187"), FrameworkFile.Name));
        var official = FrameworkFile.Read(stream, "framework.yaml").Value!;
        await LoadAsync(official);

        await using var db = house.Db();
        var record = await db.Frameworks.Include(f => f.Criteria).SingleAsync();
        Assert.Equal(FrameworkFile.Write(official), FrameworkFile.Write(record.ToFramework()));
    }

    [Fact]
    public async Task Changed_content_replaces_a_framework_that_no_round_uses_and_keeps_its_assignment()
    {
        await LoadAsync(Sample("Một", "Hai"));
        await AssignAsync("1.1");

        Assert.Equal(LoadFramework.Outcome.Replaced, await LoadAsync(Sample("Một sửa", "Hai", "Ba")));
        await using var db = house.Db();
        Assert.Equal(["Nhóm", "Một sửa", "Hai", "Ba"], await db.Criteria.OrderBy(c => c.SortOrder).Select(c => c.Title).ToListAsync());
        Assert.Equal(1, await db.Assignments.CountAsync());
        Assert.Equal(LoadFramework.Outcome.Replaced, await LoadAsync(Sample("Một sửa")));
    }

    [Fact]
    public async Task A_row_with_an_assignment_cannot_vanish()
    {
        await LoadAsync(Sample("Một", "Hai"));
        await AssignAsync("1.2");
        var answer = await house.UseAsync<LoadFramework.Handler, Answer<LoadFramework.Outcome>>(h => h.HandleAsync(new(Sample("Một")), default));

        Assert.Equal("criterion-assigned", Assert.Single(answer.Refusals).Code);
        Assert.Contains("1.2", answer.Refusals[0].Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_framework_that_a_round_uses_is_kept_and_the_refusal_says_why()
    {
        await LoadAsync(Sample("Một"));
        await using (var db = house.Db())
        {
            db.Rounds.Add(house.Round(Id));
            await db.SaveChangesAsync();
        }

        var answer = await house.UseAsync<LoadFramework.Handler, Answer<LoadFramework.Outcome>>(h => h.HandleAsync(new(Sample("Khác")), default));
        Assert.Equal("framework-in-use", Assert.Single(answer.Refusals).Code);
        await using var after = house.Db();
        Assert.Equal("Một", (await after.Criteria.SingleAsync(c => c.Code == CriterionCode.Parse("1.1"))).Title);
    }

    [Fact]
    public async Task Servers_that_start_at_once_load_one_after_the_other()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LoadAsync(Sample("Một", "Hai"))));

        Assert.Equal(1, outcomes.Count(o => o == LoadFramework.Outcome.Loaded));
        Assert.Equal(3, outcomes.Count(o => o == LoadFramework.Outcome.Unchanged));
    }

    [Fact]
    public async Task All_packs_of_the_repository_load_and_a_second_time_changes_nothing()
    {
        var first = await house.UseAsync<LoadPacks.Handler, IReadOnlyList<LoadPacks.FileReport>>(h => h.HandleAsync(new(PackFolder.Root()!), default));
        var second = await house.UseAsync<LoadPacks.Handler, IReadOnlyList<LoadPacks.FileReport>>(h => h.HandleAsync(new(PackFolder.Root()!), default));

        Assert.All(first, r => Assert.True(r is { Changed: true, Refusals.Count: 0 }, r.File));
        Assert.All(second, r => Assert.False(r.Changed, r.File));
        Assert.Contains(first, r => r.File == "vn/par-index-province-876/framework.yaml");
    }

    [Fact]
    public async Task A_broken_pack_is_reported_and_does_not_stop_the_others()
    {
        var folder = Directory.CreateTempSubdirectory("openpar-packs-");
        await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("a").FullName, "framework.yaml"), "id: [");
        await File.WriteAllBytesAsync(Path.Combine(folder.CreateSubdirectory("b").FullName, "framework.yaml"), FrameworkFile.Write(Sample("Một")));
        var reports = await house.UseAsync<LoadPacks.Handler, IReadOnlyList<LoadPacks.FileReport>>(h => h.HandleAsync(new(folder.FullName), default));
        folder.Delete(recursive: true);

        Assert.Equal([false, true], reports.Select(r => r.Changed));
        Assert.NotEmpty(reports[0].Findings);
    }

    private static Framework Sample(params string[] titles) => FrameworkFile.Read(
        new MemoryStream(Encoding.UTF8.GetBytes("id: mau/1-2024\ntitle: Mẫu\ndecision: {number: 1/QĐ, issuer: Tỉnh mẫu}\ncriteria:\n- {code: \"1\", title: Nhóm}\n"
            + string.Concat(titles.Select((t, at) => $"- {{code: \"1.{at + 1}\", title: {t}}}\n")))), "mau.yaml").Value!;

    private async Task<LoadFramework.Outcome> LoadAsync(Framework framework) =>
        (await house.UseAsync<LoadFramework.Handler, Answer<LoadFramework.Outcome>>(h => h.HandleAsync(new(framework), default))).Value;

    private async Task AssignAsync(string code)
    {
        await house.UseAsync<AddAgency.Handler, Answer<AgencyId>>(h => h.HandleAsync(new(new AgencyEntry("Sở Mẫu", AgencyKind.Department, null, [], null, null)), default));
        await house.UseAsync<SetLeads.Handler, Answer<CriterionCode>>(h => h.HandleAsync(new(Id, CriterionCode.Parse(code), [AgencyId.Parse("so-mau")]), default));
    }
}
