using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Uploads;
using OpenPar.Core.Accounts;
using OpenPar.Core.Evidence;

namespace OpenPar.App.Tests.Evidence;

/// <summary>Every event in every state, through the use case that makes it happen: what the table knows happens, everything else changes nothing.</summary>
public sealed class UploadStatesTests(AppHouse house) : IClassFixture<AppHouse>
{
    private const int Size = 5_000;
    private readonly Guid owner = Guid.CreateVersion7();

    public static TheoryData<UploadState, UploadEvent> Pairs()
    {
        var pairs = new TheoryData<UploadState, UploadEvent>();
        foreach (var state in Enum.GetValues<UploadState>())
            foreach (var happening in Enum.GetValues<UploadEvent>()) pairs.Add(state, happening);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task What_the_table_knows_happens_and_nothing_else_does(UploadState state, UploadEvent happening)
    {
        var content = Pdf();
        // An upload whose last moment is past is expired by the upkeep from where it stood; people find it gone.
        var id = await UploadAsync(state, content, late: happening == UploadEvent.Expire);
        var before = await FingerprintAsync(id);
        var transition = UploadMachine.Find(state, happening);

        var done = await HappenAsync(id, state, happening, content);

        Assert.Equal(transition is not null, done);
        if (transition is null)
        {
            Assert.Equal(before, await FingerprintAsync(id));
            return;
        }

        Assert.Equal(transition.To, await StateAsync(id, whenGone: transition.To));
        Assert.Equal(UploadMachine.Ends(transition.To), await StateAsync(id, whenGone: null) is null);
        await using var db = house.Db();
        var entry = await db.AuditEntries.Where(e => e.Subject == $"upload/{id.Value}").OrderByDescending(e => e.Id).FirstOrDefaultAsync(Cancel);
        if (happening is UploadEvent.Receive or UploadEvent.Use) Assert.Null(entry);
        else Assert.Contains(transition.To.ToString(), entry!.After, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_file_that_is_given_up_and_used_in_the_same_moment_is_one_of_both()
    {
        var content = Pdf();
        var id = await UploadAsync(UploadState.Whole, content, late: false);

        var used = await AsOwnerAsync(async services =>
        {
            var take = services.GetRequiredService<TakeFile>();
            Assert.True((await take.FromUploadAsync(DocumentId.New(), id, Cancel)).Done);
            Assert.True(await CancelAsync(id));
            return await take.SaveAsync(Cancel);
        });

        Assert.Equal("upload-gone", used!.Code);
        Assert.Null(await StateAsync(id, whenGone: null));
    }

    [Fact]
    public async Task Who_gives_up_a_file_that_was_used_a_moment_ago_hears_that_it_is_gone()
    {
        var id = await UploadAsync(UploadState.Whole, Pdf(), late: false);
        var stale = await AsOwnerAsync(async services =>
        {
            var access = services.GetRequiredService<UploadAccess>();
            var known = await access.FindAsync(id, Cancel);
            Assert.True(await UseAsync(id));
            access.Move(known!, UploadEvent.Cancel, "test");
            return await access.SaveAsync(Cancel);
        });

        Assert.False(stale);
        await using var db = house.Db();
        Assert.Equal(0, await db.AuditEntries.CountAsync(e => e.Subject == $"upload/{id.Value}", Cancel));
    }

    [Fact]
    public async Task A_file_whose_part_is_being_written_does_not_expire()
    {
        var id = await UploadAsync(UploadState.Receiving, Pdf(), late: true);
        using (await AsOwnerAsync(services => Task.FromResult(services.GetRequiredService<UploadStore>().Take(id))))
        {
            await ExpireAsync();
            Assert.Equal(UploadState.Expired, await StateAsync(id, whenGone: null));
        }

        await ExpireAsync();
        Assert.Null(await StateAsync(id, whenGone: null));
    }

    [Fact]
    public async Task A_file_that_another_server_went_on_with_is_not_thrown_away()
    {
        var id = await UploadAsync(UploadState.Receiving, Pdf(), late: true);
        var saved = await AsOwnerAsync(async services =>
        {
            var access = services.GetRequiredService<UploadAccess>();
            var upload = await services.GetRequiredService<OpenParDb>().Uploads.SingleAsync(u => u.Id == id, Cancel);
            await using (var other = house.Db()) await other.Uploads.Where(u => u.Id == id).ExecuteUpdateAsync(u => u.SetProperty(x => x.ExpiresAt, DateTimeOffset.UtcNow.AddDays(1)), Cancel);
            access.Move(access.KnownAtItsEnd(upload), UploadEvent.Expire, "test");
            return await access.SaveAsync(Cancel);
        });

        Assert.False(saved);
        Assert.Equal(UploadState.Receiving, await StateAsync(id, whenGone: null));
    }

    [Fact]
    public async Task What_the_table_does_not_know_cannot_be_made_to_happen()
    {
        var id = await UploadAsync(UploadState.Announced, Pdf(), late: false);

        await AsOwnerAsync(async services =>
        {
            var access = services.GetRequiredService<UploadAccess>();
            var known = await access.FindAsync(id, Cancel);
            foreach (var happening in Enum.GetValues<UploadEvent>().Where(e => !known!.May(e))) Assert.Throws<InvalidOperationException>(() => access.Move(known!, happening, "test"));
            return 0;
        });
        // Who may not add evidence any more has no uploads.
        Assert.Null(await house.UseAsync(actor => actor.SignedInAs(owner, "Người Mẫu", null, [Role.Reader], false), s => s.GetRequiredService<UploadAccess>().FindAsync(id, Cancel)));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static byte[] Pdf()
    {
        var content = RandomNumberGenerator.GetBytes(Size);
        "%PDF-1.4\n"u8.CopyTo(content);
        return content;
    }

    private Task<TResult> AsOwnerAsync<TResult>(Func<IServiceProvider, Task<TResult>> use) =>
        house.UseAsync(actor => actor.SignedInAs(owner, "Người Mẫu", null, [Role.FocalOfficer], false), use);

    // Makes the event happen the way it does in life; whether it did.
    private async Task<bool> HappenAsync(UploadId id, UploadState state, UploadEvent happening, byte[] content) => happening switch
    {
        UploadEvent.Receive => await SendAsync(id, content, (int)Math.Min(await HasAsync(id) + 500, Size - 1)),
        UploadEvent.Finish => await FinishAsync(id, state, content),
        UploadEvent.Use => await UseAsync(id),
        UploadEvent.Cancel => await CancelAsync(id),
        UploadEvent.Refuse => await RefuseAsync(id, content),
        _ => await ExpireAsync() && await StateAsync(id, whenGone: null) is null && state is not (UploadState.Used or UploadState.Cancelled or UploadState.Refused or UploadState.Expired),
    };

    // From nothing to whole is two steps of the table; asked of an announced file alone it is not there.
    private async Task<bool> FinishAsync(UploadId id, UploadState state, byte[] content)
    {
        if (state != UploadState.Announced) return await SendAsync(id, content, Size);
        return await AsOwnerAsync(async s => (await s.GetRequiredService<UploadAccess>().FindAsync(id, Cancel))!.May(UploadEvent.Finish));
    }

    private async Task<bool> RefuseAsync(UploadId id, byte[] content)
    {
        var known = await AsOwnerAsync(s => s.GetRequiredService<UploadAccess>().FindAsync(id, Cancel));
        if (known?.State != UploadState.Receiving) return known?.May(UploadEvent.Refuse) == true;
        // What lies there is no document any more: it is told when the next part comes, before any of it is kept.
        await File.WriteAllBytesAsync(await PathAsync(id), new byte[known.Received], Cancel);
        var answer = await AsOwnerAsync(s => s.GetRequiredService<ContinueUpload.Handler>().HandleAsync(
            new(id, known.Received, new MemoryStream(content, (int)known.Received, Size - (int)known.Received)), Cancel));
        return !answer.Done && answer.Refusals[0].Code == "type-not-accepted";
    }

    private async Task<long> HasAsync(UploadId id) => (await AsOwnerAsync(s => s.GetRequiredService<UploadAccess>().FindAsync(id, Cancel)))?.Received ?? 0;

    // Sends from where it stands up to a place; whether bytes were taken.
    private async Task<bool> SendAsync(UploadId id, byte[] content, int to)
    {
        var has = (int)await HasAsync(id);
        var answer = await AsOwnerAsync(s => s.GetRequiredService<ContinueUpload.Handler>().HandleAsync(new(id, has, new MemoryStream(content, has, Math.Max(0, to - has))), Cancel));
        return answer.Done && to > has && answer.Value.Offset == to;
    }

    private Task<bool> CancelAsync(UploadId id) => AsOwnerAsync(async s => (await s.GetRequiredService<CancelUpload.Handler>().HandleAsync(id, Cancel)).Done);

    private Task<bool> UseAsync(UploadId id) => AsOwnerAsync(async s =>
    {
        var take = s.GetRequiredService<TakeFile>();
        return (await take.FromUploadAsync(DocumentId.New(), id, Cancel)).Done && await take.SaveAsync(Cancel) is null;
    });

    private Task<bool> ExpireAsync() => house.UseAsync<RemoveExpiredUploads.Handler, bool>(async h => await h.HandleAsync(Cancel) >= 0);

    private Task<string> PathAsync(UploadId id) => AsOwnerAsync(s => Task.FromResult(s.GetRequiredService<UploadStore>().PathOf(id)));

    // An upload that came to a state by the way people take it there.
    private async Task<UploadId> UploadAsync(UploadState state, byte[] content, bool late)
    {
        var id = (await AsOwnerAsync(s => s.GetRequiredService<BeginUpload.Handler>().HandleAsync(new("tệp.pdf", Size), Cancel))).Value.Id;
        if (state is UploadState.Receiving or UploadState.Refused) Assert.True(await SendAsync(id, content, 3_000));
        if (state is UploadState.Whole or UploadState.Used) Assert.True(await SendAsync(id, content, Size));
        await ExecuteAsync($"delete from audit.entries where subject = 'upload/{id.Value}'");
        if (state == UploadState.Used) Assert.True(await UseAsync(id));
        if (state == UploadState.Cancelled) Assert.True(await CancelAsync(id));
        if (state == UploadState.Refused) Assert.True(await RefuseAsync(id, content));
        if (late || state == UploadState.Expired) await ExecuteAsync($"update evidence.uploads set expires_at = now() - interval '1 minute' where id = '{id.Value}'");
        if (late && state == UploadState.Expired) await ExpireAsync();
        return id;
    }

    private Task ExecuteAsync(string sql) => house.ExecuteAsync($"set session_replication_role = replica; {sql}; set session_replication_role = origin");

    private async Task<UploadState?> StateAsync(UploadId id, UploadState? whenGone) => await AsOwnerAsync(async services =>
    {
        var upload = await services.GetRequiredService<OpenParDb>().Uploads.SingleOrDefaultAsync(u => u.Id == id, Cancel);
        return upload is null ? whenGone : services.GetRequiredService<UploadAccess>().Known(upload).State;
    });

    // Record, bytes and audit entries of an upload.
    private async Task<string> FingerprintAsync(UploadId id)
    {
        await using var db = house.Db();
        var upload = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, Cancel);
        var path = await PathAsync(id);
        return $"{upload?.Sha256} {upload?.ContentType} {upload?.ExpiresAt:O} {(File.Exists(path) ? Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(path, Cancel))) : "-")} {await db.AuditEntries.CountAsync(e => e.Subject == $"upload/{id.Value}", Cancel)}";
    }
}
