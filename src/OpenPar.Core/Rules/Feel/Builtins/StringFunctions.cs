using System.Globalization;
using System.Text;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Text without patterns (DMN 1.5, 10.3.4.3). Positions count Unicode characters, not UTF-16 units.</summary>
internal static class StringFunctions
{
    public static IEnumerable<Builtin> All() =>
    [
        new("substring", new Signature("string: string, start position: number, length?: Any -> string", Substring)),
        new("string length", new Signature("string: string -> number", call => (FeelNumber)Length(call.Text(0)))),
        new("upper case", new Signature("string: string -> string", call => Upper(call.Text(0)))),
        new("lower case", new Signature("string: string -> string", call => CultureInfo.InvariantCulture.TextInfo.ToLower(call.Text(0)))),
        new("substring before", new Signature("string: string, match: string -> string", call => Before(call.Text(0), call.Text(1)))),
        new("substring after", new Signature("string: string, match: string -> string", call => After(call.Text(0), call.Text(1)))),
        new("contains", new Signature("string: string, match: string -> boolean", call => FeelTernary.Box(call.Text(0).Contains(call.Text(1), StringComparison.Ordinal)))),
        new("starts with", new Signature("string: string, match: string -> boolean", call => FeelTernary.Box(call.Text(0).StartsWith(call.Text(1), StringComparison.Ordinal)))),
        new("ends with", new Signature("string: string, match: string -> boolean", call => FeelTernary.Box(call.Text(0).EndsWith(call.Text(1), StringComparison.Ordinal)))),
        new("string join",
            new Signature("list: list -> string", call => Join(call.List(0), "", "", "", call.Run)),
            new Signature("list: list, delimiter: Any -> string", call => Join(call, null, null)),
            new Signature("list: list, delimiter: Any, prefix: Any, suffix: Any -> string", call => Join(call, call[2], call[3]))),
    ];

    // The one letter of living orthographies whose capital form is two letters.
    private static string Upper(string text) => CultureInfo.InvariantCulture.TextInfo.ToUpper(text).Replace("ß", "SS", StringComparison.Ordinal);

    private static string? Substring(CallArguments call)
    {
        if (call.Whole(1) is not { } start || start == 0 || (call.Count > 2 && call[2] is not (null or FeelNumber))) return null;
        var text = call.Text(0);
        var length = Length(text);
        var from = start > 0 ? start - 1 : length + start;
        if (from < 0 || from >= length) return null;
        var take = length - from;
        if (call.Has(2))
        {
            if (call.Whole(2) is not { } wanted || wanted < 1) return null;
            take = Math.Min(take, wanted);
        }

        if (length == text.Length) return text.Substring(from, take);
        var first = Offset(text, 0, from);
        return text[first..Offset(text, first, take)];
    }

    private static int Length(string text)
    {
        var pairs = 0;
        for (var i = 0; i + 1 < text.Length; i++) if (char.IsSurrogatePair(text[i], text[i + 1])) pairs++;
        return text.Length - pairs;
    }

    private static int Offset(string text, int from, int characters)
    {
        for (; characters > 0 && from < text.Length; characters--) from += from + 1 < text.Length && char.IsSurrogatePair(text[from], text[from + 1]) ? 2 : 1;
        return from;
    }

    private static string Before(string text, string match)
    {
        var at = text.IndexOf(match, StringComparison.Ordinal);
        return at < 0 ? "" : text[..at];
    }

    private static string After(string text, string match)
    {
        var at = text.IndexOf(match, StringComparison.Ordinal);
        return at < 0 ? "" : text[(at + match.Length)..];
    }

    private static string? Join(CallArguments call, object? prefix, object? suffix) =>
        call[1] is null or string && prefix is null or string && suffix is null or string
            ? Join(call.List(0), call[1] as string ?? "", prefix as string ?? "", suffix as string ?? "", call.Run)
            : null;

    private static string? Join(FeelList list, string delimiter, string prefix, string suffix, FeelRun run)
    {
        var text = new StringBuilder(prefix);
        var first = true;
        foreach (var item in list)
        {
            if (item is null) continue;
            if (item is not string piece) return null;
            if (!first) text.Append(delimiter);
            first = false;
            text.Append(piece);
            run.CheckString(text.Length);
        }

        return text.Append(suffix).ToString();
    }
}
