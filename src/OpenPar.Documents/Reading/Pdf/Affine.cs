using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>A transform of the plane, as SVG writes it: <c>matrix(a,b,c,d,e,f)</c>.</summary>
internal readonly partial record struct Affine(double A, double B, double C, double D, double E, double F)
{
    public static Affine Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>Reads a matrix; anything else is the identity.</summary>
    public static Affine Parse(string? text)
    {
        var match = Matrix().Match(text ?? string.Empty);
        if (!match.Success) return Identity;
        double Number(int group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        return new Affine(Number(1), Number(2), Number(3), Number(4), Number(5), Number(6));
    }

    public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>This transform, then the outer one.</summary>
    public Affine Then(Affine outer)
    {
        var (e, f) = outer.Apply(E, F);
        return new Affine(
            (outer.A * A) + (outer.C * B), (outer.B * A) + (outer.D * B),
            (outer.A * C) + (outer.C * D), (outer.B * C) + (outer.D * D), e, f);
    }

    [GeneratedRegex(@"^matrix\(\s*(-?[\d.]+)[\s,]+(-?[\d.]+)[\s,]+(-?[\d.]+)[\s,]+(-?[\d.]+)[\s,]+(-?[\d.]+)[\s,]+(-?[\d.]+)\s*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Matrix();
}
