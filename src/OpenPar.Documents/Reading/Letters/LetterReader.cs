using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenPar.Documents.Reading.Letters;

/// <summary>Reads what a letter says of itself out of its lines. Deterministic, and silent rather than wrong.</summary>
public static partial class LetterReader
{
    private const int HeadLines = 60;
    private const int SubjectLines = 8;

    /// <summary>Reads the text of a document, page by page.</summary>
    public static Letter Read(IReadOnlyList<string> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var lines = pages.Take(40).SelectMany(p => p.Split('\n')).Select(LetterLine.Of).ToList();
        var head = lines.Take(Math.Min(lines.Count, HeadLines * 2)).ToList();
        var body = head.FindIndex(l => l.Columns.Any(c => BodyStart().IsMatch(c)));
        if (body < 0) body = Math.Min(head.Count, HeadLines);
        var (number, symbol, numberAt) = NumberIn(head, body);
        var (type, typeAt, rest) = TypeIn(head, body, numberAt);
        var top = typeAt >= 0 ? typeAt : body;
        // Without the national title or a number there is no head, only a text that happens to begin so.
        if (numberAt < 0 && !head.Take(top).Any(l => l.Columns.Any(c => Title().IsMatch(c)))) return new Letter();
        var subject = typeAt >= 0 ? SubjectUnder(head, typeAt, rest, body) : SubjectBeside(head, numberAt, body);
        var (signer, position) = SignatureReader.Read(lines);
        return new Letter
        {
            Number = number,
            Symbol = symbol,
            IssuedOn = DayIn(head, top),
            Issuer = IssuerIn(head, numberAt >= 0 ? numberAt : top),
            Type = type ?? (LetterWords.TypeOfSymbol(symbol) is { } named && (named != "Công văn" || subject is not null) ? named : null),
            Subject = subject,
            Signer = signer,
            SignerPosition = position,
        };
    }

    private static (string? Number, string? Symbol, int At) NumberIn(List<LetterLine> head, int body)
    {
        for (var i = 0; i < body; i++)
        {
            foreach (var match in head[i].Columns.Select(c => NumberLine().Match(c)).Where(m => m.Success))
            {
                var number = match.Groups["n"].Value;
                var year = match.Groups["y"].Value;
                var symbol = match.Groups["s"].Value.TrimEnd('.', '-', '/');
                return (number.Length == 0 ? null : year.Length == 0 ? number : $"{number}/{year}", symbol.Length == 0 ? null : symbol, i);
            }
        }

        return (null, null, -1);
    }

    private static (string? Type, int At, string Remainder) TypeIn(List<LetterLine> head, int body, int numberAt)
    {
        for (var i = Math.Max(numberAt, 0); i < body; i++)
        {
            if (head[i].Columns is [var only] && LetterWords.TypeOf(only) is { } found) return (found.Type, i, found.Remainder);
        }

        return (null, -1, "");
    }

    private static DateOnly? DayIn(List<LetterLine> head, int until)
    {
        // Read over the break of a line: a long name of a place leaves no room for the day.
        var text = string.Join('\n', head.Take(until).SelectMany(l => l.Columns));
        foreach (var match in Day().Matches(text).Cast<Match>())
        {
            if (DateOnly.TryParseExact($"{match.Groups["d"].Value}/{match.Groups["m"].Value}/{match.Groups["y"].Value}", "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year is > 1945 and < 2100)
                return day;
        }

        return null;
    }

    private static string? IssuerIn(List<LetterLine> head, int until)
    {
        var bodies = new List<string>();
        foreach (var text in head.Take(until).SelectMany(l => l.Columns).Where(c => !LetterWords.IsNoIssuer(c) && !Day().IsMatch(c) && !NumberLine().IsMatch(c) && c.Any(char.IsLetter)))
        {
            // A head is short; what is longer stands above it by mistake.
            if (text.Length > 90) return null;
            var goesOn = bodies.Count > 0 && (Connected().IsMatch(bodies[^1]) || !LetterWords.BeginsABody(text));
            if (goesOn) bodies[^1] = bodies[^1] + " " + text;
            else if (LetterWords.BeginsABody(text)) bodies.Add(text);
        }

        return bodies.Count == 0 ? null : BodyNames.Write(bodies[^1]);
    }

    private static string? SubjectUnder(List<LetterLine> head, int typeAt, string rest, int body)
    {
        var parts = rest.Length > 0 ? new List<string> { rest } : [];
        for (var i = typeAt + 1; i < body && parts.Count < SubjectLines; i++)
        {
            if (head[i].Blank)
            {
                if (parts.Count > 0 && !(rest.Length > 0 && parts.Count == 1)) break;
                continue;
            }

            if (head[i].Columns is not [var line] || SubjectEnd().IsMatch(line) || (parts.Count > 0 && LetterWords.IsCapitals(line) && LetterWords.PositionOf(line) is not null)) break;
            if (parts.Count > 0 && LetterWords.IsCapitals(line) && !LetterWords.IsCapitals(parts[^1]) && LetterWords.BeginsABody(line)) break;
            // A paragraph of the body ends like a sentence, a title does not.
            if (line.EndsWith('.') || line.EndsWith(';') || line.EndsWith(':')) break;
            parts.Add(line);
        }

        return Subject(parts);
    }

    private static string? SubjectBeside(List<LetterLine> head, int numberAt, int body)
    {
        var start = head.FindIndex(Math.Max(numberAt, 0), l => l.Columns.Any(c => About().IsMatch(c)));
        if (start < 0 || start >= body) return null;
        var parts = new List<string>();
        for (var i = start; i < body && parts.Count < SubjectLines; i++)
        {
            if (head[i].Blank && parts.Count > 0) break;
            if (i > start && head[i].Columns.Any(c => LetterWords.BeginsABody(c) && c.EndsWith(':'))) break;
            if (head[i].Columns.FirstOrDefault(c => !Day().IsMatch(c) && !Title().IsMatch(c) && !PlaceAlone().IsMatch(c)) is { } text) parts.Add(text);
        }

        return Subject(parts);
    }

    private static string? Subject(List<string> parts)
    {
        var text = About().Replace(string.Join(' ', parts), "Về việc ").Trim('“', '”', '"', ' ');
        if (text.Length == 0) return null;
        return LetterWords.IsCapitals(text) ? char.ToUpperInvariant(text[0]) + text[1..].ToLower(CultureInfo.GetCultureInfo("vi-VN")) : char.ToUpperInvariant(text[0]) + text[1..];
    }

    // The number may be left out in drafts, the symbol never; a law is headed "Luật số:".
    [GeneratedRegex(@"^(?:(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh)\s+)?S[ốôỐÔoO]\s*[:.]?\s*(?:(?<n>\d+[a-zA-Z]?)|[.…_\s]*)\s*(?:/\s*(?<y>(?:19|20)\d\d)\s*)?[/-]\s*(?<s>[A-ZĐ][\p{L}\d&]*(?:\s?[-/–.&]\s?[\p{L}\d&.]+)*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"ngày\s*(?<d>\d{1,2})\s*tháng\s*(?<m>\d{1,2})\s*năm\s*(?<y>\d{4})|(?<=\p{L},\s*ngày\s*)(?<d>\d{1,2})\s*/\s*(?<m>\d{1,2})\s*/\s*(?<y>\d{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?:Căn cứ\b|Kính gửi|Xét đề nghị|Thực hiện\b.{20,}|Theo đề nghị)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BodyStart();

    [GeneratedRegex(@"C[ỘÔ]NG H[ÒOÀ][AÀ] X[ÃA] H[ỘÔ]I|C[ỘÔ]NG H[ÒOÀ][AÀ] XHCN|Độc lập\s*[-–]|Đ[ẢA]NG C[ỘÔ]NG S[ẢA]N", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"^V\s*/\s*v\s*:?\s*|^Về việc\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"^(?:\(|[IVX]+\s*\.|\d+\s*\.|Phần\s|Điều\s|Chương\s|Mục\s|Phụ lục|Thực hiện\s.{20,}|Ngày\s)", RegexOptions.CultureInvariant)]
    private static partial Regex SubjectEnd();

    [GeneratedRegex(@"(?:\bVÀ|,|-)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Connected();

    // "Thành phố Hồ Chí Minh," whose day stands on the next line.
    [GeneratedRegex(@"^\p{Lu}[\p{L} ]{2,40},(?:\s*ngày.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAlone();
}
