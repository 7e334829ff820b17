using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenPar.Core.Rules.Feel;

/// <summary>
/// Regular expressions of XPath (XQuery 1.0 and XPath 2.0 Functions, 7.6.1) in the terms of .NET. They run without
/// backtracking, in time linear in the input; only those with back references run under a time limit.
/// </summary>
internal static class XPathPattern
{
    private const int MostKept = 200;
    private const int LongestPattern = 5_000;
    private static readonly TimeSpan BackReferenceTime = TimeSpan.FromMilliseconds(50);
    private static readonly ConcurrentDictionary<(string Pattern, string Flags), Regex?> Kept = new();

    /// <summary>Counts the work of matching before it is done: at worst each state of the pattern is looked at for each character.</summary>
    /// <exception cref="FeelLimitException">The steps are used up.</exception>
    public static void Charge(Regex regex, string input, FeelRun run) =>
        run.Steps(regex.Options.HasFlag(RegexOptions.NonBacktracking) ? (long)input.Length * regex.ToString().Length / 64 : 100_000);

    /// <summary>The pattern ready to match; null when the pattern or the flags are not allowed.</summary>
    public static Regex? Of(string pattern, string flags)
    {
        if (Kept.TryGetValue((pattern, flags), out var known)) return known;
        var regex = Build(pattern, flags);
        if (Kept.Count >= MostKept) Kept.Clear();
        Kept[(pattern, flags)] = regex;
        return regex;
    }

    private static Regex? Build(string pattern, string flags)
    {
        if (pattern.Length > LongestPattern || flags.Any(flag => !"smixq".Contains(flag, StringComparison.Ordinal))) return null;
        var options = RegexOptions.CultureInvariant;
        if (flags.Contains('s', StringComparison.Ordinal)) options |= RegexOptions.Singleline;
        if (flags.Contains('m', StringComparison.Ordinal)) options |= RegexOptions.Multiline;
        if (flags.Contains('i', StringComparison.Ordinal)) options |= RegexOptions.IgnoreCase;
        var translated = flags.Contains('q', StringComparison.Ordinal)
            ? Regex.Escape(pattern)
            : Translate(flags.Contains('x', StringComparison.Ordinal) ? WithoutBlank(pattern) : pattern, options);
        if (translated is null) return null;
        try
        {
            return HasBackReference(translated)
                ? new Regex(translated, options, BackReferenceTime)
                : new Regex(translated, options | RegexOptions.NonBacktracking);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            // Not a pattern, or one too large to run in bounded time: the caller answers null with a warning.
            return null;
        }
    }

    // Flag x: white space means nothing, except inside a class.
    private static string WithoutBlank(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        var inClass = 0;
        foreach (var c in pattern)
        {
            inClass += c switch { '[' => 1, ']' when inClass > 0 => -1, _ => 0 };
            if (inClass > 0 || c is not (' ' or '\t' or '\n' or '\r')) text.Append(c);
        }

        return text.ToString();
    }

    private static string? Translate(string pattern, RegexOptions options)
    {
        var text = new StringBuilder(pattern.Length + 8);
        var inClass = 0;
        for (var at = 0; at < pattern.Length; at++)
        {
            var c = pattern[at];
            if (c == '\\')
            {
                if (++at >= pattern.Length || Escape(pattern[at], inClass > 0) is not { } escape) return null;
                text.Append(escape);
            }
            else if (c == '[')
            {
                inClass++;
                text.Append(c);
            }
            else if (c == ']' && inClass > 0)
            {
                inClass--;
                text.Append(c);
            }
            else if (inClass > 0) text.Append(c);
            else if (c == '(' && at + 1 < pattern.Length && pattern[at + 1] == '?' && !pattern.AsSpan(at).StartsWith("(?:")) return null;
            else if (c == '$' && !options.HasFlag(RegexOptions.Multiline)) text.Append("\\z");
            else if (c == '.' && !options.HasFlag(RegexOptions.Singleline)) text.Append("[^\\n\\r]");
            else if (c is '{' && at == 0) return null;
            else text.Append(c);
        }

        return text.ToString();
    }

    private static string? Escape(char after, bool inClass) => after switch
    {
        'i' => inClass ? "\\p{L}_:" : "[\\p{L}_:]",
        'I' => inClass ? null : "[^\\p{L}_:]",
        'c' => inClass ? "\\p{L}\\p{Nd}\\p{M}_:.\\-" : "[\\p{L}\\p{Nd}\\p{M}_:.\\-]",
        'C' => inClass ? null : "[^\\p{L}\\p{Nd}\\p{M}_:.\\-]",
        'n' or 'r' or 't' or 's' or 'S' or 'd' or 'D' or 'w' or 'W' or 'p' or 'P' => "\\" + after,
        '\\' or '|' or '.' or '-' or '^' or '?' or '*' or '+' or '{' or '}' or '(' or ')' or '[' or ']' or '$' => "\\" + after,
        >= '1' and <= '9' when !inClass => "\\" + after,
        _ => null,
    };

    private static bool HasBackReference(string pattern)
    {
        for (var at = 0; at + 1 < pattern.Length; at++)
        {
            if (pattern[at] == '\\' && pattern[++at] is >= '1' and <= '9') return true;
        }

        return false;
    }
}
