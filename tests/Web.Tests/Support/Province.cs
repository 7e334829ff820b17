using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Documents.Packs;

namespace OpenPar.Web.Tests.Support;

/// <summary>Puts content into a site and people at its door.</summary>
public static class Province
{
    /// <summary>A framework of our own: two fields, five leaves, one of everything that can be unknown.</summary>
    public const string SampleFramework = """
        id: mau/1-2024
        title: Bộ tiêu chí mẫu
        decision: {number: 1/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2024
        criteria:
        - {code: "1", title: CHỈ ĐẠO ĐIỀU HÀNH, maxPoints: 2}
        - code: "1.1"
          title: Kế hoạch cải cách hành chính
          maxPoints: 1
          method: selfAssessed
          ruleText: "Ban hành đúng hạn: 1; chậm: 0"
          rule: {kind: choice, options: [{key: full, label: Ban hành đúng hạn, points: 1}, {key: late, label: Ban hành chậm, points: 0}]}
        - {code: "1.2", title: Kiểm tra cải cách hành chính, method: selfAssessed}
        - {code: "2", title: THỦ TỤC HÀNH CHÍNH}
        - {code: "2.1", title: Công khai thủ tục, maxPoints: 1, method: survey}
        - {code: "2.2", title: Kết quả giải quyết hồ sơ}
        - {code: "2.2.1", title: Hồ sơ đúng hạn}
        - {code: "2.2.2", title: Xin lỗi khi trễ hẹn}
        """;

    /// <summary>A register of our own: three agencies and one that has been merged away.</summary>
    public const string SampleRegister = """
        title: Danh mục mẫu
        agencies:
        - {id: ubnd-tinh, name: UBND tỉnh, kind: province}
        - {id: so-noi-vu, name: Sở Nội vụ, kind: department, aliases: [SNV], parent: ubnd-tinh}
        - {id: van-phong, name: Văn phòng UBND tỉnh, kind: office, parent: ubnd-tinh}
        - {id: so-moi, name: Sở Xây dựng, kind: department, parent: ubnd-tinh}
        - {id: so-cu, name: Sở Giao thông vận tải, kind: department, parent: ubnd-tinh, validTo: 2025-02-28}
        successions:
        - {predecessor: so-cu, successor: so-moi, "on": 2025-03-01, kind: merge, source: Nghị quyết mẫu}
        """;

    /// <summary>An annex for the sample framework; one name is not in the register.</summary>
    public const string SampleAnnex =
        "Phụ lục\nPHÂN CÔNG CƠ QUAN CHỦ TRÌ CÁC TIÊU CHÍ (VĂN BẢN MẪU)\n\n"
        + "STT\tLĩnh vực/Tiêu chí/Tiêu chí thành phần\tCơ quan chủ trì\n"
        + "1.\tCHỈ ĐẠO ĐIỀU HÀNH\t\n1.1.\tKế hoạch cải cách hành chính\tSở Nội vụ\n1.2.\tKiểm tra cải cách hành chính\t\n"
        + "2.\tTHỦ TỤC HÀNH CHÍNH\t\n2.1.\tCông khai thủ tục\tVăn phòng UBND tỉnh\n2.2.\tKết quả giải quyết hồ sơ\tSở Giao thông vận tải\n"
        + "2.2.1.\tHồ sơ đúng hạn\t\n2.2.2.\tXin lỗi khi trễ hẹn\tTrung tâm Hành chính mẫu\n";

    /// <summary>Loads the sample framework and register.</summary>
    public static async Task LoadSampleAsync(this Site site)
    {
        await site.UseAsync<LoadAgencies.Handler>(h => h.HandleAsync(new(Register(SampleRegister)), default));
        await site.LoadFrameworkAsync(SampleFramework);
    }

    public static Task LoadFrameworkAsync(this Site site, string yaml) =>
        site.UseAsync<LoadFramework.Handler>(h => h.HandleAsync(new(Framework(yaml)), default));

    /// <summary>Loads every pack of the repository.</summary>
    public static Task LoadPacksAsync(this Site site) => site.UseAsync<LoadPacks.Handler>(h => h.HandleAsync(new(PackFolder.Root()!), default));

    public static Framework Framework(string yaml) => FrameworkFile.Read(Stream(yaml), "mau.yaml").Value!;

    public static AgencyRegister Register(string yaml) => AgencyRegisterFile.Read(Stream(yaml), "mau.yaml").Value!;

    /// <summary>A browser in which a person of a role has signed in.</summary>
    public static async Task<HttpClient> SignedInAsync(this Site site, Role role)
    {
        const string password = "một câu thật là dài";
        await site.PersonAsync(role.ToString(), password, roles: role);
        var client = site.Visitor();
        await client.SignInAsync(role.ToString(), password);
        return client;
    }

    public static async Task UseAsync<THandler>(this Site site, Func<THandler, Task> use)
        where THandler : notnull
    {
        await using var scope = site.App.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    /// <summary>Uploads an annex as the import form does.</summary>
    public static Task<HttpResponseMessage> UploadAsync(this HttpClient client, byte[] file, string name, string framework = "mau/1-2024", string namesOn = "31/12/2024") =>
        client.SendFileAsync("/assignments/import", file, name, ("framework", framework), ("namesOn", namesOn));

    public static Task<HttpResponseMessage> UploadAsync(this HttpClient client, string text, string name) => client.UploadAsync(Encoding.UTF8.GetBytes(text), name);

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
