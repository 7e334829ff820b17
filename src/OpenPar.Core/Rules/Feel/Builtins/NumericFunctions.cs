namespace OpenPar.Core.Rules.Feel;

/// <summary>Numbers (DMN 1.5, 10.3.4.5).</summary>
internal static class NumericFunctions
{
    public static IEnumerable<Builtin> All() =>
    [
        new("decimal", new Signature("n: number, scale: number -> number", call => Round(call, FeelRounding.HalfEven))),
        .. Rounding("floor", FeelRounding.Floor),
        .. Rounding("ceiling", FeelRounding.Ceiling),
        new("round up", new Signature("n: number, scale: number -> number", call => Round(call, FeelRounding.Up))),
        new("round down", new Signature("n: number, scale: number -> number", call => Round(call, FeelRounding.Down))),
        new("round half up", new Signature("n: number, scale: number -> number", call => Round(call, FeelRounding.HalfUp))),
        new("round half down", new Signature("n: number, scale: number -> number", call => Round(call, FeelRounding.HalfDown))),
        new("abs",
            new Signature("n: number -> number", call => call.Number(0).Sign < 0 ? -call.Number(0) : call.Number(0)),
            new Signature("n: days and time duration", call => new DaysTimeDuration(Int128.Abs(((DaysTimeDuration)call[0]!).Nanoseconds))),
            new Signature("n: years and months duration", call => new YearsMonthsDuration(Math.Abs(((YearsMonthsDuration)call[0]!).Months)))),
        new("modulo", new Signature("dividend: number, divisor: number -> number", call => Modulo(call.Number(0), call.Number(1), call.Run))),
        new("sqrt", new Signature("number: number -> number", call => Costly(call).Sqrt())),
        new("log", new Signature("number: number -> number", call => Costly(call).Log())),
        new("exp", new Signature("number: number -> number", call => Costly(call).Exp())),
        new("odd", new Signature("number: number -> boolean", call => Parity(call.Number(0), odd: true))),
        new("even", new Signature("number: number -> boolean", call => Parity(call.Number(0), odd: false))),
    ];

    private static IEnumerable<Builtin> Rounding(string name, FeelRounding mode) =>
    [
        new(name,
            new Signature("n: number -> number", call => call.Number(0).Round(0, mode)),
            new Signature("n: number, scale: number -> number", call => Round(call, mode))),
    ];

    // Series of many digits cost far more than one step.
    private static FeelNumber Costly(CallArguments call)
    {
        call.Run.Steps(200);
        return call.Number(0);
    }

    private static FeelNumber? Round(CallArguments call, FeelRounding mode) =>
        call.Whole(1) is { } scale ? call.Number(0).Round(scale, mode) : null;

    // dividend − divisor × floor(dividend / divisor), over whole coefficients so that nothing is rounded.
    private static FeelNumber? Modulo(FeelNumber dividend, FeelNumber divisor, FeelRun run)
    {
        if (divisor.Sign == 0) return null;
        var (a, x) = dividend.Parts();
        var (b, y) = divisor.Parts();
        var low = Math.Min(x, y);
        run.Steps(Math.Abs(x - y));
        var (left, right) = (a * Tens.Power(x - low), b * Tens.Power(y - low));
        var rest = left % right;
        if (!rest.IsZero && rest.Sign != right.Sign) rest += right;
        return FeelNumber.Of(rest, low);
    }

    private static object? Parity(FeelNumber number, bool odd) =>
        FeelTernary.Box(number.IsInteger && number.IsEven != odd);
}
