using System.Globalization;
using System.Text.RegularExpressions;
using OpenPar.Core.Findings;
using OpenPar.Core.Plans;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>Reads title, year and issuer from the texts above the first table.</summary>
internal static partial class PlanHeadReader
{
    private const int Longest = 400;
    private const int LinesRead = 1_200;

    public static PlanHead Read(IReadOnlyList<TextBlock> texts, string file, List<Finding> findings)
    {
        var lines = texts.Take(LinesRead).Select(text => (Text: VietnameseText.Clean(text.Text).Trim('*', '#', '_', ' '), text.Gap)).Where(line => line.Text.Length > 0).ToList();
        var title = UnderHeading(lines) ?? AboveTable(lines);
        var all = lines.ConvertAll(line => line.Text);
        return new PlanHead(title, Year(title, all, file, findings), Issuer(all, title));
    }

    // "KẾ HOẠCH" on a line of its own, and what it is about on the lines below.
    private static string? UnderHeading(List<(string Text, int Gap)> lines)
    {
        var at = lines.FindIndex(line => line.Text is "KẾ HOẠCH" or "CHƯƠNG TRÌNH" or "ĐỀ ÁN");
        if (at < 0) return null;
        var about = lines.Skip(at + 1).TakeWhile((line, i) => i < 4 && line.Text.Length < Longest && !EndsTitle().IsMatch(line.Text) && (i == 0 || (line.Gap < 3 && !lines[at + i].Text.EndsWith('.')))).ToList();
        // A long first line is the title; what follows it is text.
        if (about.Count > 1 && about[0].Text.Length > 120) about = [about[0]];
        return about.Count == 0 ? null : Cut($"{lines[at].Text} {string.Join(' ', about.Select(line => line.Text))}");
    }

    private static string? AboveTable(List<(string Text, int Gap)> lines)
    {
        var title = Preamble.Read(lines.ConvertAll(line => line.Text)).Title;
        return title is null ? null : Cut(AnnexWord().Replace(title, string.Empty).Trim());
    }

    private static int? Year(string? title, List<string> lines, string file, List<Finding> findings)
    {
        var named = YearWord().Matches(title ?? string.Empty).Select(match => Number(match.Groups[1].Value)).ToList();
        if (named.Count > 0) return named[^1];
        foreach (var line in lines)
        {
            if (Signed().Match(line) is not { Success: true } signed) continue;
            // A plan signed in December is for the next year, or still for this one: nobody can say.
            if (Number(signed.Groups[1].Value) == 12) return null;
            var year = Number(signed.Groups[2].Value);
            findings.Add(PlanFindings.YearFromDate(file, year));
            return year;
        }

        return null;
    }

    private static string? Issuer(List<string> lines, string? title)
    {
        var attached = Attached().Match(string.Join(' ', lines.TakeLast(12)));
        if (attached.Success) return WithProvince(attached.Groups[1].Value.Trim(), title);
        foreach (var line in lines)
        {
            if (Issues().Match(line) is { Success: true } issues) return issues.Groups[1].Value.Trim();
        }

        return lines.Take(12).Select(line => Letterhead().Match(line)).FirstOrDefault(match => match.Success)?.Value;
    }

    // "của UBND tỉnh" under a title that names the province.
    private static string WithProvince(string issuer, string? title)
    {
        if (issuer is not ("UBND tỉnh" or "Ủy ban nhân dân tỉnh" or "UBND thành phố") || Province().Match(title ?? string.Empty) is not { Success: true } province) return issuer;
        var name = province.Groups[1].Value;
        return $"{issuer} {(name.Any(char.IsLower) ? name : CultureInfo.GetCultureInfo("vi-VN").TextInfo.ToTitleCase(name.ToLower(CultureInfo.GetCultureInfo("vi-VN"))))}";
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];

    [GeneratedRegex(@"^(?:\(|I\.|1\.|PHỤ LỤC\b|Phụ lục\b|PHẦN\b|Phần\b|Căn cứ|Thực hiện|Trong thời gian|Để\b|Nhằm\b|Triển khai|A\.)", RegexOptions.CultureInvariant)]
    private static partial Regex EndsTitle();

    [GeneratedRegex(@"^PHỤ LỤC(?:\s+(?:SỐ\s+)?[0-9IVX]{1,4}\b)?\s*[:.\-–]?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex AnnexWord();

    [GeneratedRegex(@"(?:năm|NĂM)\s+((?:19|20)\d\d)(?!\s*[-–]\s*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearWord();

    [GeneratedRegex(@"ngày\s+\d{1,2}\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Signed();

    [GeneratedRegex(@"[Kk]èm theo (?:Kế hoạch|Quyết định|Công văn|Chương trình)[^()]{0,120}? của ([^()]{3,120}?)\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Attached();

    [GeneratedRegex(@"((?:[ỦU][ỷy] ban nhân dân|Uỷ ban nhân dân|UBND)\s(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu)(?:\s\p{Lu}\p{L}*){1,4}|Sở\s\p{Lu}[\p{L} ,]{2,60}?) (?:ban hành|xây dựng) [Kk]ế hoạch", RegexOptions.CultureInvariant)]
    private static partial Regex Issues();

    [GeneratedRegex(@"^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|SỞ|BAN)\s[\p{Lu}\s]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Letterhead();

    [GeneratedRegex(@"(?:TỈNH|tỉnh|THÀNH PHỐ|thành phố)\s+(\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){0,3})", RegexOptions.CultureInvariant)]
    private static partial Regex Province();
}
