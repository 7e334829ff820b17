using System.Text;
using System.Text.RegularExpressions;

namespace OpenPar.Documents.Reading.Html;

/// <summary>The page inside a web archive (.mht, .mhtml; Word also saves such files as .doc): its first part that is HTML.</summary>
internal static partial class WebArchive
{
    private const int HeaderLength = 8_192;

    /// <summary>Whether a text begins with the headers of a message that holds a page.</summary>
    public static bool Fits(string text)
    {
        var head = text[..Math.Min(text.Length, HeaderLength)];
        return Message().IsMatch(head) && (head.Contains("multipart/related", StringComparison.OrdinalIgnoreCase) || head.Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The page; null when no part holds one.</summary>
    public static string? Page(string text)
    {
        if (Boundary().Match(text[..Math.Min(text.Length, HeaderLength)]) is not { Success: true } match) return Part(text);
        var mark = "--" + match.Groups["mark"].Value;
        for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0;)
        {
            var end = text.IndexOf(mark, at + mark.Length, StringComparison.Ordinal);
            var part = text[(at + mark.Length)..(end < 0 ? text.Length : end)].TrimStart('\r', '\n');
            if (Part(part) is { } page) return page;
            at = end;
        }

        return null;
    }

    private static string? Part(string part)
    {
        var blank = Blank().Match(part);
        if (!blank.Success) return null;
        var head = part[..blank.Index];
        if (!head.Contains("text/html", StringComparison.OrdinalIgnoreCase)) return null;
        var body = part[(blank.Index + blank.Length)..];
        var encoding = Encoding(head);
        if (Transfer().Match(head) is not { Success: true } transfer) return body;
        return transfer.Groups[1].Value.ToUpperInvariant() switch
        {
            "QUOTED-PRINTABLE" => encoding.GetString(Quoted(body)),
            "BASE64" => Base64(body) is { } bytes ? encoding.GetString(bytes) : null,
            _ => body,
        };
    }

    private static byte[] Quoted(string body)
    {
        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=') bytes.AddRange(System.Text.Encoding.UTF8.GetBytes(body, i, 1));
            else if (i + 2 < body.Length && Uri.IsHexDigit(body[i + 1]) && Uri.IsHexDigit(body[i + 2]))
            {
                bytes.Add(Convert.ToByte(body.Substring(i + 1, 2), 16));
                i += 2;
            }
            // A sign at the end of a line joins it with the next.
            else if (i + 1 < body.Length && body[i + 1] == '\n') i++;
            else if (i + 2 < body.Length && body[i + 1] == '\r' && body[i + 2] == '\n') i += 2;
            else bytes.Add((byte)'=');
        }

        return [.. bytes];
    }

    private static byte[]? Base64(string body)
    {
        var clean = string.Concat(body.Where(c => !char.IsWhiteSpace(c)));
        var bytes = new byte[clean.Length];
        return Convert.TryFromBase64String(clean, bytes, out var written) ? bytes[..written] : null;
    }

    private static Encoding Encoding(string head)
    {
        System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var name = Charset().Match(head).Groups[1].Value;
        return System.Text.Encoding.GetEncodings().FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.GetEncoding()
            ?? CodePagesEncodingProvider.Instance.GetEncoding(name.Length == 0 ? "utf-8" : name) ?? System.Text.Encoding.UTF8;
    }

    [GeneratedRegex(@"^(?:MIME-Version|From|Subject|Date|Content-Type):", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Message();

    [GeneratedRegex(@"boundary=""?(?<mark>[^""\r\n;]{1,200})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\r?\n\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"Content-Transfer-Encoding:\s*([\w-]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Transfer();

    [GeneratedRegex(@"charset=""?([\w-]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
