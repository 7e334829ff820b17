using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.App.Features.Evidence.Sweeping;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Tests.Evidence;

/// <summary>What the records use and the store lacks is found, with those who can give it back; what is right is not complained of.</summary>
public sealed class CheckFilesTests : IAsyncLifetime
{
    private readonly AppHouse house = new();
    private readonly string folder = Directory.CreateTempSubdirectory("openpar-check-").FullName;
    private DiskStorage storage = null!;

    public async ValueTask InitializeAsync()
    {
        await house.InitializeAsync();
        storage = new DiskStorage(folder);
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_way_of_using_bytes_is_looked_at()
    {
        var held = await StoreAsync("x");
        var missing = new List<string>();
        await ExecuteAsync($"insert into evidence.files (sha256, size, scan, reading) values ('{held}', 1, 'Clean', 'Read')");
        foreach (var use in FileUses.All.Select(u => u.Name))
        {
            await RecordedUse.AddAsync(house, use, held);
            // There is one template of a kind.
            if (use == "papers.templates.sha256") await ExecuteAsync("delete from papers.templates");
            missing.Add(Name(use));
            await ExecuteAsync($"insert into evidence.files (sha256, size, scan, reading) values ('{missing[^1]}', 1, 'Clean', 'Read')");
            await RecordedUse.AddAsync(house, use, missing[^1]);
        }

        var (found, tally) = await CheckAsync(read: false);

        Assert.Equal(missing.Order(StringComparer.Ordinal), found.Select(f => f.Sha256));
        Assert.All(found, f => Assert.Equal(FileFault.Missing, f.Fault));
        Assert.Equal((CheckFiles.Turns, missing.Count + 1, missing.Count), (tally.Turn, (int)tally.Files, (int)tally.Faults));
    }

    [Fact]
    public void The_place_of_every_use_can_be_said() => Assert.Equal(FileUses.All.Select(u => u.Name).Order(StringComparer.Ordinal), FilePlaces.Known.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Reviews_that_were_thrown_away_and_bytes_nobody_uses_are_no_findings()
    {
        await StoreAsync("không ai dùng");
        await RecordedUse.AddAsync(house, "plans.imports.sha256", Name("bỏ"));
        await RecordedUse.AddAsync(house, "frameworks.assignment_imports.sha256", Name("cũng bỏ"));
        await ExecuteAsync("update plans.imports set state = 'Discarded'; update frameworks.assignment_imports set state = 'Discarded'");
        await ExecuteAsync($"insert into evidence.files (sha256, size, scan, reading) values ('{Name("đã xoá tài liệu")}', 1, 'Clean', 'Read')");

        var (found, tally) = await CheckAsync(read: true);

        Assert.Empty(found);
        Assert.Equal(0, tally.Files);
    }

    [Fact]
    public async Task Another_length_is_found_without_reading_and_other_bytes_with_it()
    {
        var shorter = await UsedAsync("bị cắt ngắn");
        var other = await UsedAsync("bị đổi một chữ");
        var right = await UsedAsync("đúng");
        await File.WriteAllTextAsync(PathOf(shorter), "bị cắt", Cancel);
        await File.WriteAllTextAsync(PathOf(other), "bị đổi hai chữ", Cancel);
        var length = Encoding.UTF8.GetByteCount("bị đổi hai chữ");
        await ExecuteAsync($"update evidence.files set size = {length} where sha256 = '{other}'");

        Assert.Equal([(shorter, FileFault.OtherLength)], (await CheckAsync(read: false)).Found.Select(f => (f.Sha256, f.Fault)));
        var (found, tally) = await CheckAsync(read: true);
        Assert.Equal(new[] { (shorter, FileFault.OtherLength), (other, FileFault.OtherBytes) }.Order(), found.Select(f => (f.Sha256, f.Fault)).Order());
        Assert.Equal(length + Encoding.UTF8.GetByteCount("đúng"), tally.Bytes);
        Assert.True(await storage.HoldsAsync(right, Cancel));
    }

    [Fact]
    public async Task Bringing_the_same_bytes_again_mends_what_is_missing_or_cut_short()
    {
        var missing = await UsedAsync("mất");
        var shorter = await UsedAsync("bị cắt ngắn");
        File.Delete(PathOf(missing));
        await File.WriteAllTextAsync(PathOf(shorter), "bị", Cancel);
        Assert.Equal(2, (await CheckAsync(read: true)).Found.Count);

        await StoreAsync("mất");
        await StoreAsync("bị cắt ngắn");

        Assert.Empty((await CheckAsync(read: true)).Found);
    }

    [Fact]
    public async Task A_missing_file_is_named_with_its_document_its_agency_and_the_rows_it_proves()
    {
        var name = Name("báo cáo");
        await DocumentAsync(name);

        var place = Assert.Single(Assert.Single((await CheckAsync(read: false)).Found).Places);

        Assert.Equal(("125/BC-SNV Báo cáo cải cách hành chính", "bao-cao.pdf", "Sở Nội vụ mới", "Nguyễn Thị Mẫu"), (place.Name, place.FileName, place.Agency, place.By));
        Assert.Equal("Kỳ mẫu (2024), phiếu của Sở Nội vụ mới, mục 3.4.1", Assert.Single(place.Used).Vi);
    }

    [Fact]
    public async Task A_file_that_only_a_signed_sheet_names_is_asked_of_its_unit()
    {
        var (name, sheet) = (Name("đã ký rồi xoá"), await DocumentAsync(Name("khác")));
        await StoreAsync("khác");
        var content = $$"""{"rows":[{"code":"1.1","evidence":[{"issuer":"Sở","number":"9","sha256":"{{name}}","subject":"Quyết định có \"sha256\":\"bịa\"","symbol":"QĐ"}]}]}""";
        await ExecuteAsync($"insert into rounds.closings (sheet_id, content, sha256, factor, signed_by, signed_at) values ('{sheet.Value}', '{content}', '{new string('0', 64)}', 'a', 'Trần Văn Mẫu', now())");

        var place = Assert.Single(Assert.Single((await CheckAsync(read: false)).Found, f => f.Sha256 == name).Places);

        Assert.Equal(("9/QĐ Quyết định có \"sha256\":\"bịa\"", "Sở Nội vụ mới", "Trần Văn Mẫu"), (place.Name, place.Agency, place.By));
        Assert.Equal("phiếu của Sở Nội vụ mới, Kỳ mẫu (2024), đã ký", Assert.Single(place.Used).Vi);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Name(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private string PathOf(string name) => Path.Combine(folder, "files", name[..2], name[2..4], name);

    private async Task<(List<FaultyFile> Found, CheckFiles.Tally Tally)> CheckAsync(bool read)
    {
        await using var db = house.Db();
        var (found, tally) = (new List<FaultyFile>(), new CheckFiles.Tally());
        await foreach (var file in new CheckFiles.Handler(db, storage).HandleAsync(new(read), tally, Cancel)) found.Add(file);
        return (found, tally);
    }

    private async Task<string> StoreAsync(string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return (await new FileStore(storage, house.Source, folder).SaveAsync(stream, 1_000_000, Cancel))!.Sha256;
    }

    // An upload that waits, with what is known of its bytes.
    private async Task<string> UsedAsync(string content)
    {
        var name = await StoreAsync(content);
        await ExecuteAsync($"insert into evidence.files (sha256, size, scan, reading) values ('{name}', {Encoding.UTF8.GetByteCount(content)}, 'Clean', 'Read')");
        await RecordedUse.AddAsync(house, "evidence.uploads.sha256", name);
        return name;
    }

    private Task ExecuteAsync(string sql) => house.ExecuteAsync($"set session_replication_role = replica; {sql.TrimEnd(';')}; set session_replication_role = origin");

    // A document that proves a row of a sheet; the framework it belongs to is left out.
    private async Task<SheetId> DocumentAsync(string sha256)
    {
        var agency = AgencyId.Parse("so-noi-vu");
        await using var db = house.Db();
        await db.Database.OpenConnectionAsync(Cancel);
        await db.Database.ExecuteSqlAsync($"set session_replication_role = replica", Cancel);
        db.Agencies.Add(new AgencyRecord { Id = agency, Name = "Sở Nội vụ mới", Kind = AgencyKind.Department });
        var round = house.Round(FrameworkId.Parse("bo-mau/2024"));
        var sheet = new Sheet { Id = SheetId.New(), RoundId = round.Id, GroupId = round.Groups[0].Id, UnitId = agency, State = SheetState.Signed };
        var row = new Row { Id = RowId.New(), SheetId = sheet.Id, Code = CriterionCode.Parse("3.4.1"), SortOrder = 1, State = RowState.Submitted };
        var document = new Document
        {
            Id = DocumentId.New(),
            Number = "125",
            Symbol = "BC-SNV",
            Issuer = "UBND tỉnh",
            Subject = "Báo cáo cải cách hành chính",
            AgencyId = agency,
            AddedAt = DateTimeOffset.UnixEpoch,
            AddedBy = "A",
        };
        db.AddRange(round, sheet, row, document, new FileRecord { Sha256 = sha256, Size = 10 });
        db.Revisions.Add(new Revision { Id = default, DocumentId = document.Id, Sha256 = sha256, Size = 10, FileName = "bao-cao.pdf", ContentType = "application/pdf", UploadedAt = DateTimeOffset.UnixEpoch, UploadedBy = "Nguyễn Thị Mẫu" });
        db.Citations.Add(new Citation { Id = default, RowId = row.Id, DocumentId = document.Id, AddedAt = DateTimeOffset.UnixEpoch, AddedBy = "A" });
        await db.SaveChangesAsync(Cancel);
        return sheet.Id;
    }
}
