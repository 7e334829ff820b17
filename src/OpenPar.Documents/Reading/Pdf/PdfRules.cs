using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>A straight rule along an axis: at a place on one axis, from and to on the other.</summary>
internal readonly record struct PdfRule(bool Vertical, double At, double From, double To);

/// <summary>Table rules by page, from <c>pdftocairo -svg</c>: thin filled boxes and stroked straight lines.</summary>
internal static partial class PdfRules
{
    // Borders are at most 2 points thick; anything thicker is shading.
    private const double Thickest = 2;
    private const double Shortest = 3;
    private const double Near = 2;
    private const int MostCompared = 2_000;

    public static List<List<PdfRule>> Read(Stream svg)
    {
        var pages = new List<List<PdfRule>>();
        var transforms = new Stack<(int Depth, Affine Matrix)>();
        using var reader = XmlReader.Create(svg, PdfXml.Settings);
        while (reader.Read())
        {
            while (reader is { NodeType: XmlNodeType.Element, LocalName: "defs" }) reader.Skip();
            while (reader.NodeType == XmlNodeType.Element && transforms.Count > 0 && transforms.Peek().Depth >= reader.Depth) transforms.Pop();
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName is "page" || (reader.LocalName == "svg" && pages.Count == 0)) pages.Add([]);
            var matrix = Affine.Parse(reader.GetAttribute("transform")).Then(transforms.Count > 0 ? transforms.Peek().Matrix : Affine.Identity);
            if (reader.LocalName == "g" && !reader.IsEmptyElement) transforms.Push((reader.Depth, matrix));
            if (reader.LocalName == "path") pages[^1].AddRange(Rules(reader.GetAttribute("d") ?? "", reader.GetAttribute("style") ?? "", matrix));
        }

        return pages;
    }

    /// <summary>Rules of one direction; those drawn cell by cell, end to end, become one.</summary>
    public static List<PdfRule> Joined(IEnumerable<PdfRule> rules)
    {
        var joined = new List<PdfRule>();
        foreach (var rule in rules.OrderBy(rule => Math.Round(rule.At)).ThenBy(rule => rule.From))
        {
            if (joined.Count > 0 && Math.Abs(joined[^1].At - rule.At) <= Near && rule.From <= joined[^1].To + Near)
                joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, rule.To) };
            else joined.Add(rule);
        }

        return joined;
    }

    /// <summary>Groups of rules that touch each other; a page with more rules than any table has is one group.</summary>
    public static IEnumerable<List<PdfRule>> Touching(List<PdfRule> rules)
    {
        if (rules.Count > MostCompared) return [rules];
        var sets = new DisjointSets(rules.Count);
        for (var i = 0; i < rules.Count; i++)
        {
            for (var j = i + 1; j < rules.Count; j++)
            {
                if (Touch(rules[i], rules[j])) sets.Join(i, j);
            }
        }

        return rules.Select((rule, i) => (rule, set: sets.Root(i))).GroupBy(pair => pair.set, pair => pair.rule).Select(group => group.ToList());
    }

    private static bool Touch(PdfRule a, PdfRule b) => a.Vertical == b.Vertical
        ? Math.Abs(a.At - b.At) <= Near && a.From <= b.To + (2 * Near) && b.From <= a.To + (2 * Near)
        : a.At >= b.From - (2 * Near) && a.At <= b.To + (2 * Near) && b.At >= a.From - (2 * Near) && b.At <= a.To + (2 * Near);

    private static IEnumerable<PdfRule> Rules(string path, string style, Affine matrix)
    {
        var stroked = style.Contains("stroke:", StringComparison.Ordinal) && !style.Contains("stroke:none", StringComparison.Ordinal);
        foreach (var corners in Subpaths(path, matrix))
        {
            if (!stroked && Thin(corners) is { } rule) yield return rule;
            for (var i = 1; stroked && i < corners.Count; i++)
            {
                if (Thin(corners.GetRange(i - 1, 2)) is { } side) yield return side;
            }
        }
    }

    private static PdfRule? Thin(List<(double X, double Y)> corners)
    {
        if (corners.Count < 2) return null;
        var (left, right) = (corners.Min(c => c.X), corners.Max(c => c.X));
        var (top, bottom) = (corners.Min(c => c.Y), corners.Max(c => c.Y));
        if (right - left <= Thickest && bottom - top >= Shortest) return new PdfRule(true, (left + right) / 2, top, bottom);
        return bottom - top <= Thickest && right - left >= Shortest ? new PdfRule(false, (top + bottom) / 2, left, right) : null;
    }

    // Only straight pieces make rules; a path with a curve is a drawing.
    private static IEnumerable<List<(double X, double Y)>> Subpaths(string path, Affine matrix)
    {
        if (path.Contains('C', StringComparison.Ordinal)) yield break;
        List<(double X, double Y)> corners = [];
        foreach (Match match in Step().Matches(path))
        {
            if (match.Groups[1].Value == "Z")
            {
                if (corners.Count > 0) corners.Add(corners[0]);
                continue;
            }

            var point = matrix.Apply(Number(match.Groups[2]), Number(match.Groups[3]));
            if (match.Groups[1].Value == "M" && corners.Count > 0)
            {
                yield return corners;
                corners = [];
            }

            corners.Add(point);
        }

        if (corners.Count > 0) yield return corners;
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([ML])\s*(-?[\d.]+)[\s,]+(-?[\d.]+)|(?<1>Z)", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
