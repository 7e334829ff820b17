using Microsoft.EntityFrameworkCore;
using OpenPar.App.Features.Organisations;
using OpenPar.Core;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Tests.Organisations;

public sealed class AgencyRegisterTests : IAsyncLifetime
{
    private readonly AppHouse house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Loading_a_register_again_leaves_what_people_changed()
    {
        var register = new AgencyRegister("Mẫu", [Agency("so-a", "Sở A"), Agency("so-b", "Sở B")], [new(AgencyId.Parse("so-a"), AgencyId.Parse("so-b"), new DateOnly(2025, 3, 1), SuccessionKind.Merge, null)], []);
        Assert.Equal(3, await LoadAsync(register));
        await EditAsync("so-a", Entry("Sở A đổi tên"));

        Assert.Equal(0, await LoadAsync(register));
        Assert.Equal(1, await LoadAsync(register with { Agencies = [.. register.Agencies, Agency("so-c", "Sở C")] }));
        await using var db = house.Db();
        Assert.Equal(["Sở A đổi tên", "Sở B", "Sở C"], await db.Agencies.OrderBy(a => a.Id).Select(a => a.Name).ToListAsync());
        Assert.Equal(1, await db.Successions.CountAsync());
    }

    [Fact]
    public async Task A_register_that_gives_a_taken_name_to_another_identity_is_refused_whole()
    {
        await LoadAsync(new AgencyRegister("Mẫu", [Agency("so-a", "Sở A")], [], []));
        var answer = await house.UseAsync<LoadAgencies.Handler, Answer<int>>(h => h.HandleAsync(new(new AgencyRegister("Khác", [Agency("so-x", "SỞ A"), Agency("so-y", "Sở Y")], [], [])), default));

        Assert.Equal("name-taken", Assert.Single(answer.Refusals).Code);
        await using var db = house.Db();
        Assert.Equal(1, await db.Agencies.CountAsync());
    }

    [Fact]
    public async Task A_name_may_come_back_after_its_bearer_has_ended()
    {
        await LoadAsync(new AgencyRegister("Mẫu", [Agency("so-a", "Sở A") with { ValidTo = new DateOnly(2025, 2, 28) }], [], []));
        var again = await AddAsync(Entry("Sở A") with { ValidFrom = new DateOnly(2025, 3, 1) });
        var overlapping = await AddAsync(Entry("Sở A") with { ValidFrom = new DateOnly(2025, 2, 1), ValidTo = new DateOnly(2025, 2, 28) });

        Assert.Equal("so-a-2", again.Value.ToString());
        Assert.Equal("name-taken", Assert.Single(overlapping.Refusals).Code);
    }

    [Fact]
    public async Task Two_people_who_add_the_same_agency_at_once_make_one()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AddAsync(Entry("Sở Mới"))));

        Assert.Equal(1, answers.Count(a => a.Done));
        Assert.All(answers.Where(a => !a.Done), a => Assert.Equal("name-taken", a.Refusals[0].Code));
    }

    [Fact]
    public async Task Saving_what_is_already_there_writes_no_history()
    {
        await AddAsync(Entry("Sở A"));
        await EditAsync("so-a", Entry("  Sở   A "));

        await using var db = house.Db();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Subject == "agency/so-a"));
    }

    [Fact]
    public async Task Whoever_saves_second_is_refused_even_when_both_read_at_the_same_time()
    {
        await AddAsync(Entry("Sở A"));
        await using var db = house.Db();
        var version = (await db.Agencies.SingleAsync()).Version;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => house.UseAsync<EditAgency.Handler, Answer<AgencyId>>(
            h => h.HandleAsync(new(AgencyId.Parse("so-a"), version, Entry("Tên " + i)), default))));

        Assert.Equal(1, answers.Count(a => a.Done));
        Assert.All(answers.Where(a => !a.Done), a => Assert.Equal("changed-meanwhile", a.Refusals[0].Code));
    }

    private static Agency Agency(string id, string name) => new() { Id = AgencyId.Parse(id), Name = name, Kind = AgencyKind.Department };

    private static AgencyEntry Entry(string name) => new(name, AgencyKind.Department, null, [], null, null);

    private async Task<int> LoadAsync(AgencyRegister register) =>
        (await house.UseAsync<LoadAgencies.Handler, Answer<int>>(h => h.HandleAsync(new(register), default))).Value;

    private Task<Answer<AgencyId>> AddAsync(AgencyEntry entry) => house.UseAsync<AddAgency.Handler, Answer<AgencyId>>(h => h.HandleAsync(new(entry), default));

    private async Task EditAsync(string id, AgencyEntry entry)
    {
        await using var db = house.Db();
        var version = (await db.Agencies.SingleAsync(a => a.Id == AgencyId.Parse(id))).Version;
        Assert.True((await house.UseAsync<EditAgency.Handler, Answer<AgencyId>>(h => h.HandleAsync(new(AgencyId.Parse(id), version, entry), default))).Done);
    }
}
