namespace OpenPar.Core.Rules.Programs;

/// <summary>Decimal bounds as integers over one common power of ten, for comparisons without decimal arithmetic.</summary>
internal static class ScaledBound
{
    private const long LargestScale = 10_000;
    private const long LargestBound = 1_000_000_000;

    /// <summary>The smallest power of ten that makes every bound whole; null when one is too long or too large for 64-bit products.</summary>
    public static long? ScaleOf(IReadOnlyCollection<decimal> bounds)
    {
        long scale = 1;
        foreach (var bound in bounds)
        {
            while (scale <= LargestScale && bound * scale != decimal.Truncate(bound * scale)) scale *= 10;
            if (scale > LargestScale || Math.Abs(bound * scale) > LargestBound) return null;
        }

        // A later, finer bound has raised the scale of the earlier ones.
        return bounds.Any(b => Math.Abs(b * scale) > LargestBound) ? null : scale;
    }
}
