using System.Globalization;

namespace OpenPar.Core.Frameworks;

/// <summary>
/// The number of a criterion in its tree, such as <c>3.4.1</c>: one to six positive whole numbers joined by points.
/// Ordered as a person reads them: 2 before 10, a parent before its children.
/// </summary>
public readonly record struct CriterionCode : IComparable<CriterionCode>
{
    private readonly string? text;

    private CriterionCode(string text) => this.text = text;

    /// <summary>Depth in the tree: 1 field, 2 criterion, 3 component criterion.</summary>
    public int Level => text is null ? 0 : text.Count(c => c == '.') + 1;

    /// <summary>The code above, or null for a field.</summary>
    public CriterionCode? Parent => Level <= 1 ? null : new CriterionCode(text![..text!.LastIndexOf('.')]);

    /// <summary>The field (level 1) the code belongs to.</summary>
    public CriterionCode Field => new(text!.Split('.')[0]);

    /// <summary>Reads a code; a trailing point ("3.4.1.") is accepted.</summary>
    /// <exception cref="FormatException">The text is not a code.</exception>
    public static CriterionCode Parse(string value) =>
        TryParse(value, out var code) ? code : throw new FormatException($"'{value}' is not a criterion code such as '3.4.1'.");

    /// <summary>Reads a code; false when the text is not one. A trailing point is accepted.</summary>
    public static bool TryParse(string? value, out CriterionCode code)
    {
        code = default;
        var trimmed = value?.Trim();
        if (string.IsNullOrEmpty(trimmed)) return false;
        if (trimmed[^1] == '.') trimmed = trimmed[..^1];
        var parts = trimmed.Split('.');
        if (parts.Length > 6 || parts.Any(p => p.Length is 0 or > 4 || p[0] == '0' || !p.All(char.IsAsciiDigit))) return false;
        code = new CriterionCode(trimmed);
        return true;
    }

    /// <summary>True when this code lies below the other one, at any depth.</summary>
    public bool IsBelow(CriterionCode ancestor) =>
        text is not null && ancestor.text is { } above && text.Length > above.Length && text[above.Length] == '.' && text.StartsWith(above, StringComparison.Ordinal);

    /// <inheritdoc />
    public int CompareTo(CriterionCode other)
    {
        var left = Numbers();
        var right = other.Numbers();
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (left[i] != right[i]) return left[i].CompareTo(right[i]);
        }

        return left.Length.CompareTo(right.Length);
    }

    /// <summary>The code as printed, without a trailing point.</summary>
    public override string ToString() => text ?? string.Empty;

    private int[] Numbers() =>
        text is null ? [] : [.. text.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];

    /// <summary>Order of reading.</summary>
    public static bool operator <(CriterionCode left, CriterionCode right) => left.CompareTo(right) < 0;

    /// <summary>Order of reading.</summary>
    public static bool operator >(CriterionCode left, CriterionCode right) => left.CompareTo(right) > 0;

    /// <summary>Order of reading.</summary>
    public static bool operator <=(CriterionCode left, CriterionCode right) => left.CompareTo(right) <= 0;

    /// <summary>Order of reading.</summary>
    public static bool operator >=(CriterionCode left, CriterionCode right) => left.CompareTo(right) >= 0;
}
