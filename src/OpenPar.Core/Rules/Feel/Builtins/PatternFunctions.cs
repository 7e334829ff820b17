using System.Text;
using System.Text.RegularExpressions;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Text with patterns in the flavour of XPath (DMN 1.5, 10.3.4.3).</summary>
internal static class PatternFunctions
{
    public static IEnumerable<Builtin> All() =>
    [
        new("matches",
            new Signature("input: string, pattern: string -> boolean", call => Matches(call, "")),
            new Signature("input: string, pattern: string, flags: Any -> boolean", call => call[2] is null or string ? Matches(call, call[2] as string ?? "") : null)),
        new("replace",
            new Signature("input: string, pattern: string, replacement: string -> string", call => Replace(call, "")),
            new Signature("input: string, pattern: string, replacement: string, flags: Any -> string", call => call[3] is null or string ? Replace(call, call[3] as string ?? "") : null)),
        new("split", new Signature("string: string, delimiter: string -> list", Split)),
    ];

    private static object? Matches(CallArguments call, string flags)
    {
        if (XPathPattern.Of(call.Text(1), flags) is not { } regex) return null;
        XPathPattern.Charge(regex, call.Text(0), call.Run);
        return Try(() => FeelTernary.Box(regex.IsMatch(call.Text(0))));
    }

    private static object? Replace(CallArguments call, string flags)
    {
        var (input, replacement) = (call.Text(0), call.Text(2));
        if (XPathPattern.Of(call.Text(1), flags) is not { } regex) return null;
        if (Template(replacement, flags.Contains('q', StringComparison.Ordinal), regex.GetGroupNumbers().Length - 1) is not { } pieces) return null;
        XPathPattern.Charge(regex, input, call.Run);
        return Try(() =>
        {
            // The standard forbids patterns that match nothing at all: it would be unclear how often.
            if (regex.IsMatch("")) return null;
            var text = new StringBuilder();
            var at = 0;
            foreach (Match match in regex.Matches(input))
            {
                text.Append(input, at, match.Index - at);
                foreach (var (literal, group) in pieces) text.Append(group < 0 ? literal : match.Groups[group].Value);
                at = match.Index + match.Length;
                call.Run.CheckString(text.Length);
            }

            return text.Append(input, at, input.Length - at).ToString();
        });
    }

    private static object? Split(CallArguments call)
    {
        var (input, pattern) = (call.Text(0), call.Text(1));
        if (XPathPattern.Of(pattern, "") is not { } regex) return null;
        XPathPattern.Charge(regex, input, call.Run);
        return Try(() =>
        {
            if (regex.IsMatch("")) return null;
            var parts = new List<object?>();
            var at = 0;
            foreach (Match match in regex.Matches(input))
            {
                parts.Add(input[at..match.Index]);
                at = match.Index + match.Length;
                call.Run.CheckList(parts.Count + 1);
            }

            parts.Add(input[at..]);
            return new FeelList(parts);
        });
    }

    // "$1" is a group, "\$" and "\\" stand for themselves; anything else after them is an error.
    private static List<(string Literal, int Group)>? Template(string replacement, bool literal, int groups)
    {
        if (literal) return [(replacement, -1)];
        var pieces = new List<(string, int)>();
        for (var at = 0; at < replacement.Length; at++)
        {
            var c = replacement[at];
            if (c is not ('$' or '\\')) pieces.Add((c.ToString(), -1));
            else if (at + 1 >= replacement.Length) return null;
            else if (c == '\\' && replacement[at + 1] is '$' or '\\') pieces.Add((replacement[++at].ToString(), -1));
            else if (c == '$' && char.IsAsciiDigit(replacement[at + 1]))
            {
                var group = replacement[++at] - '0';
                while (at + 1 < replacement.Length && char.IsAsciiDigit(replacement[at + 1]) && (group * 10) + replacement[at + 1] - '0' <= groups)
                    group = (group * 10) + replacement[++at] - '0';
                pieces.Add(group <= groups ? ("", group) : ("", -1));
            }
            else return null;
        }

        return pieces;
    }

    private static object? Try(Func<object?> work)
    {
        try
        {
            return work();
        }
        catch (RegexMatchTimeoutException)
        {
            // Only a pattern with back references can get here; it has no value, as the caller's warning says.
            return null;
        }
    }
}
