namespace OpenPar.Core.Rules.Feel;

/// <summary>An interval of numbers, strings, dates, times or durations, or a lone comparison such as (&lt; 10).</summary>
/// <param name="Low">Lower end; null when there is none.</param>
/// <param name="LowClosed">True when the lower end belongs to the range.</param>
/// <param name="High">Upper end; null when there is none.</param>
/// <param name="HighClosed">True when the upper end belongs to the range.</param>
/// <param name="Test">The comparison it was written as ("&lt;", "&lt;=", "&gt;", "&gt;=", "=", "!="); null for a range with two written ends.</param>
public sealed record FeelRange(object? Low, bool LowClosed, object? High, bool HighClosed, string? Test = null)
{
    /// <summary>Whether a value lies in the range; null when it cannot be compared with the ends or an end of a written range is null.</summary>
    public bool? Contains(object? value)
    {
        if (Test == "=") return FeelComparison.AreEqual(value, Low);
        if (Test == "!=") return !FeelComparison.AreEqual(value, Low);
        if (value is null || (Test is null ? Low is null || High is null : Low is null && High is null)) return null;
        var above = Low is null ? true : Beyond(FeelComparison.Order(value, Low), LowClosed);
        var below = High is null ? true : Beyond(FeelComparison.Order(High, value), HighClosed);
        return FeelTernary.And(above, below);
    }

    /// <summary>As FEEL writes it.</summary>
    public override string ToString() => FeelText.Of(this);

    /// <inheritdoc/>
    public bool Equals(FeelRange? other) => other is not null && LowClosed == other.LowClosed && HighClosed == other.HighClosed
        && Test == other.Test && FeelComparison.AreEqual(Low, other.Low) == true && FeelComparison.AreEqual(High, other.High) == true;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(LowClosed, HighClosed, Test);

    private static bool? Beyond(int? order, bool closed) => order is { } known ? known > 0 || (closed && known == 0) : null;
}
