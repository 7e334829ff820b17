using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Core.Plans;

/// <summary>How a stated percentage bounds what is to be reached.</summary>
public enum TargetBound
{
    /// <summary>That much or more ("từ 83% trở lên", "tối thiểu 60%").</summary>
    AtLeast,

    /// <summary>More than that ("trên 30%").</summary>
    Above,

    /// <summary>That much or less ("không quá 5%").</summary>
    AtMost,

    /// <summary>Less than that ("dưới 5%").</summary>
    Below,

    /// <summary>Just that ("100% hồ sơ …").</summary>
    Exactly,
}

/// <summary>A percentage that a text sets as its aim.</summary>
/// <param name="Bound">How it bounds.</param>
/// <param name="Percent">The percentage, 0 or more.</param>
/// <param name="Text">The words it was read from.</param>
public sealed partial record Target(TargetBound Bound, decimal Percent, string Text)
{
    /// <summary>All percentages of a text in order; empty when it names none. Two joined by a dash or a comma are two.</summary>
    public static IReadOnlyList<Target> AllIn(string? text)
    {
        var clean = VietnameseText.Clean(text);
        return [.. Stated().Matches(clean).Select(Of).OfType<Target>()];
    }

    private static Target? Of(Match match)
    {
        if (NumberText.Read(match.Groups["value"].Value, NumberUse.Decimal).Value is not { } value) return null;
        var before = VietnameseText.Fold(match.Groups["before"].Value);
        var upwards = match.Groups["after"].Success;
        var bound = before switch
        {
            "duoi" => TargetBound.Below,
            "tren" => TargetBound.Above,
            "khong qua" or "toi da" or "khong vuot qua" => TargetBound.AtMost,
            _ => upwards || before.Length > 0 ? TargetBound.AtLeast : TargetBound.Exactly,
        };
        return new Target(bound, value, match.Value.Trim());
    }

    [GeneratedRegex(
        @"(?<before>(?:từ|tối thiểu|ít nhất|trên|dưới|không quá|tối đa|không vượt quá)\s+(?:là\s+)?)?(?<value>\d{1,3}(?:[.,]\d{1,2})?)\s*%(?<after>\s*trở lên)?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Stated();
}
