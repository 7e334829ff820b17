using System.Text.RegularExpressions;
using OpenPar.Core.Papers;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Core.Text;

namespace OpenPar.Core.Plans.Papers;

/// <summary>
/// A plan as an official paper (Nghị định 30/2020/NĐ-CP): the plan with each of its tables as an annex, or the tables alone. What
/// it says is the plan's; nothing is added but the sentence that leads to the tables.
/// </summary>
public static partial class PlanPaper
{
    private const string Type = "KẾ HOẠCH";
    private const string Committee = "Ủy ban nhân dân ";
    private static readonly string[] Numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    /// <summary>The plan with its annexes.</summary>
    public static ComposedPaper Of(WrittenPlan plan, PaperTrace trace)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var tables = Tables(plan);
        var issuer = plan.Issuer ?? "…";
        var committee = IsCommittee(issuer);
        return Bare(plan, trace, committee ? "/KH-UBND" : "/KH") with
        {
            Form = PaperKind.Plan,
            Blocks =
            [
                new PaperBlock.Text(PaperTextKind.Body, tables.Count > 1
                    ? "Triển khai thực hiện các nhiệm vụ nêu tại các Phụ lục kèm theo Kế hoạch này."
                    : "Triển khai thực hiện các nhiệm vụ nêu tại Phụ lục kèm theo Kế hoạch này.") { Name = "noi_dung", Label = "Nội dung dẫn vào bảng" },
            ],
            Signature = new PaperSignature
            {
                Authority = committee ? DecisionBlocks.Signature.Authority : null,
                Position = committee ? DecisionBlocks.Signature.Position : Department().IsMatch(issuer) ? "GIÁM ĐỐC" : null,
                Recipients = ["Các cơ quan, đơn vị nêu tại Phụ lục", "Lưu: VT"],
            },
            Annexes = [.. tables.Select((table, i) => new PaperAnnex(Annex(tables.Count, i), About(table.Of, plan), issuer, [new PaperBlock.Grid(table.Printed)]))],
        };
    }

    /// <summary>The tables of the plan on wide pages, without head and signature.</summary>
    public static ComposedPaper TableOf(WrittenPlan plan, PaperTrace trace)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Bare(plan, trace, "") with
        {
            Form = PaperKind.PlanTable,
            ShowsHeading = false,
            Landscape = true,
            Blocks = [.. Tables(plan).Select(table => new PaperBlock.Grid(table.Printed))],
        };
    }

    /// <summary>Whether a people's committee issues it, so that it is signed in its name.</summary>
    public static bool IsCommittee(string? issuer)
    {
        var folded = VietnameseText.Fold(issuer);
        return folded.StartsWith("ubnd ", StringComparison.Ordinal) || folded.StartsWith("uy ban nhan dan ", StringComparison.Ordinal);
    }

    private static ComposedPaper Bare(WrittenPlan plan, PaperTrace trace, string symbol) => new()
    {
        Form = PaperKind.Plan,
        Heading = Heading(plan.Issuer ?? "…", symbol),
        Title = Type,
        Subject = Subject(plan),
        Trace = trace,
    };

    // A head writes the committee over two lines, and over a department of a province the committee it belongs to.
    private static PaperHeading Heading(string issuer, string symbol)
    {
        if (issuer.StartsWith(Committee, StringComparison.OrdinalIgnoreCase)) return PaperHeading.Of($"UBND {issuer[Committee.Length..]}", symbol);
        if (Department().Match(issuer) is not { Success: true } department || department.Groups["place"].Value is not { Length: > 0 } place) return PaperHeading.Of(issuer, symbol);
        return PaperHeading.Of(department.Groups["name"].Value, symbol) with { SuperiorAgency = $"UBND {place}".ToUpperInvariant() };
    }

    // The title without the word that stands above it, and with its year where it names none: times without a year are read by it.
    private static string? Subject(WrittenPlan plan)
    {
        var title = VietnameseText.Clean(plan.Title);
        var about = title.StartsWith(Type, StringComparison.OrdinalIgnoreCase) && title.Length > Type.Length && title[Type.Length] == ' ' ? title[(Type.Length + 1)..] : title;
        if (about.Equals(Type, StringComparison.OrdinalIgnoreCase)) about = "";
        var named = YearWord().Matches(title);
        if (plan.Year is { } year && (named.Count == 0 || named[^1].Groups[1].Value != $"{year}")) about = about.Length == 0 ? $"Năm {year}" : $"{about} (năm {year})";
        return about.Length == 0 ? null : char.ToUpperInvariant(about[0]) + about[1..];
    }

    private static List<(PlanTable Of, PaperTable Printed)> Tables(WrittenPlan plan)
    {
        var filled = plan.Tables.Select(table => (table, rows: plan.Rows.Where(row => row.Annex == table.Number).Select(row => row.Words).ToList())).Where(pair => pair.rows.Count > 0).ToList();
        return [.. filled.Select((pair, i) => (pair.table, PlanPaperTable.Of(pair.table.Kind, filled.Count > 1 ? $"Phụ lục {Numeral(i)}. {About(pair.table, plan)}" : "", pair.rows, plan.Year)))];
    }

    private static string Annex(int count, int i) => count > 1 ? $"PHỤ LỤC {Numeral(i)}" : "PHỤ LỤC";

    private static string Numeral(int i) => i < Numerals.Length ? Numerals[i] : $"{i + 1}";

    // The heading of a table without the number it had: annexes are numbered anew.
    private static string About(PlanTable table, WrittenPlan plan)
    {
        var title = AnnexWord().Replace(VietnameseText.Clean(table.Title), "");
        return title.Length == 0 ? VietnameseText.Clean(plan.Title) : title;
    }

    [GeneratedRegex(@"^(?<name>Sở\s.+?)(?:\s+(?<place>(?:tỉnh|thành phố)\s+\p{Lu}.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Department();

    [GeneratedRegex(@"(?:năm|NĂM)\s+((?:19|20)\d\d)(?!\s*[-–]\s*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearWord();

    [GeneratedRegex(@"^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu)(?:\s+số)?(?:\s+(?:[0-9]{1,2}|[IVX]{1,4}|[A-D]))?(?:\s*[:.\-–]\s*|\s+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex AnnexWord();
}
