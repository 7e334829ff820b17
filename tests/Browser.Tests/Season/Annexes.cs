using System.Text;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Packs;

namespace OpenPar.Browser.Tests.Season;

/// <summary>
/// Two extractions of one assignment annex that disagree on row 8.4: the province's real ones where they lie beside the repository
/// (or where <c>OPENPAR_SHARED</c> says), else two of our own in the same shape.
/// </summary>
internal static class Annexes
{
    internal sealed record Annex(string Name, byte[] Content);

    // Named once where they begin, as the real annex does; the rows below are filled down.
    private static readonly Dictionary<string, string> Leads = new()
    {
        ["1.1"] = "Sở Nội vụ",
        ["1.7"] = "Văn phòng UBND tỉnh",
        ["2"] = "Sở Tư pháp",
        ["3"] = "Văn phòng UBND tỉnh",
        ["4"] = "Sở Nội vụ",
        ["5"] = "Sở Nội vụ",
        ["6"] = "Sở Tài chính",
        ["7"] = "Sở Thông tin và Truyền thông",
        ["8"] = "Sở Nội vụ",
        ["8.5"] = "Sở Kế hoạch và Đầu tư",
    };

    public static (Annex Left, Annex Right) Pair() => Real("004_a81e517391f5f39a.txt") is { } left && Real("000_2a5337a6a6118eb2.txt") is { } right
        ? (left, right)
        : (Sample("phu-luc-mau-a.txt", "Sở Kế hoạch và Đầu tư"), Sample("phu-luc-mau-b.txt", "Sở Tài chính"));

    /// <summary>An annex of our own for every row of the set of 2022.</summary>
    public static Annex Sample(string name, string leadOfBudget)
    {
        var text = new StringBuilder("Phụ lục\nPHÂN CÔNG CƠ QUAN CHỦ TRÌ CÁC TIÊU CHÍ (VĂN BẢN MẪU)\n(Nội dung tự đặt để thử)\n\n")
            .Append("STT\tLĩnh vực/Tiêu chí/Tiêu chí thành phần\tCơ quan chủ trì\n");
        foreach (var row in Framework().Criteria)
        {
            var lead = row.Code.ToString() == "8.4" ? leadOfBudget : Leads.GetValueOrDefault(row.Code.ToString(), "");
            text.Append(row.Code).Append(".\t").Append(row.Title).Append('\t').Append(lead).Append('\n');
        }

        return new Annex(name, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static Framework Framework()
    {
        using var file = File.OpenRead(Path.Combine(PackFolder.Root()!, "vn", "par-index-province-876", "framework.yaml"));
        return FrameworkFile.Read(file, "framework.yaml").Value!;
    }

    /// <summary>One of the real documents, where they lie beside the repository.</summary>
    public static Annex? Real(string name)
    {
        var path = Shared() is { } shared ? Path.Combine(shared, "seeds", name) : null;
        return File.Exists(path) ? new Annex(name, File.ReadAllBytes(path)) : null;
    }

    private static string? Shared()
    {
        if (Environment.GetEnvironmentVariable("OPENPAR_SHARED") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "seeds"))) return shared;
        }

        return null;
    }
}
