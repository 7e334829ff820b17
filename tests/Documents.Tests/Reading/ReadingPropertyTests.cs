using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Tests.Reading;

/// <summary>What holds for any text and for any tree.</summary>
public class ReadingPropertyTests
{
    private static readonly string[] Words =
        ["Thực hiện", "kế hoạch", "cải cách", "Tỷ lệ", "hồ sơ", "được", "giải quyết", "năm 2024", "của tỉnh", "(CCHC)", "KT-XH", "100%", "nhà nước,", "đúng hạn"];

    private static readonly string[] Agencies =
        ["Sở Nội vụ", "Sở Kế hoạch và Đầu tư", "Văn phòng UBND tỉnh", "Sở Văn hóa, Thể thao và Du lịch", "UBND cấp huyện", "Công an tỉnh"];

    [Fact]
    public void No_text_throws() =>
        Prop.ForAll<string>(text => Read(text ?? string.Empty) is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void No_bytes_throw() =>
        Prop.ForAll<byte[]>(bytes => !IsPdf(bytes) && Annexes.ReadAsync(bytes).GetAwaiter().GetResult() is not null || IsPdf(bytes))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_printed_tree_reads_back_the_same() =>
        Prop.ForAll(Trees().ToArbitrary(), tree =>
        {
            var annex = Read(Printed(tree));
            return annex.Findings.Count == 0
                && annex.Rows.Select(row => (row.Code.ToString(), row.Title, string.Join("; ", row.Lead)))
                    .SequenceEqual(tree.Select(row => (row.Code, row.Title, row.Lead)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private sealed record Node(string Code, string Title, string Lead, bool Leaf, bool NewPage);

    private static Annex Read(string text) => Annexes.ReadAsync(Encoding.UTF8.GetBytes(text)).GetAwaiter().GetResult();

    private static bool IsPdf(byte[] bytes) => bytes.AsSpan().IndexOf("%PDF-"u8) >= 0;

    private static Gen<List<Node>> Trees() =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Tree(new Random(seed));

    private static List<Node> Tree(Random random)
    {
        var nodes = new List<Node>();
        for (var field = 1; field <= random.Next(1, 5); field++)
        {
            Add(nodes, random, $"{field}", leaf: false);
            for (var criterion = 1; criterion <= random.Next(1, 12); criterion++)
            {
                var parts = random.Next(0, 4);
                Add(nodes, random, $"{field}.{criterion}", leaf: parts == 0);
                for (var part = 1; part <= parts; part++) Add(nodes, random, $"{field}.{criterion}.{part}", leaf: true);
            }
        }

        // The loop bounds are drawn anew each time round, so a field can end up without criteria; then it is a leaf itself.
        var headings = nodes.Select(node => CriterionCode.Parse(node.Code).Parent?.ToString()).ToHashSet();
        return nodes.ConvertAll(node => headings.Contains(node.Code) ? node : node with { Leaf = true, Lead = node.Lead.Length > 0 ? node.Lead : Agencies[0] });
    }

    private static void Add(List<Node> nodes, Random random, string code, bool leaf)
    {
        var title = string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Words[random.Next(Words.Length)]));
        var lead = leaf ? string.Join("; ", random.GetItems(Agencies, random.Next(1, 3)).Distinct()) : string.Empty;
        nodes.Add(new Node(code, title, lead, leaf, random.Next(10) == 0));
    }

    // As annexes are printed: an agency once for a merged cell, again after a page break and in each field.
    private static string Printed(List<Node> nodes)
    {
        const string Header = "STT\tLĩnh vực/Tiêu chí\tCơ quan chủ trì\n";
        var text = new StringBuilder(Header);
        var (above, field) = (string.Empty, string.Empty);
        foreach (var node in nodes)
        {
            if (node.NewPage && text.Length > Header.Length)
            {
                text.Append('\n').Append(Header);
                above = string.Empty;
            }

            if (node.Code.Split('.')[0] != field) (field, above) = (node.Code.Split('.')[0], string.Empty);
            text.Append(node.Code).Append(".\t").Append(node.Title).Append('\t').Append(node.Lead == above ? string.Empty : node.Lead).Append('\n');
            if (node.Leaf) above = node.Lead;
        }

        return text.ToString();
    }
}
