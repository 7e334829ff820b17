namespace OpenPar.Core.Rules.Feel;

/// <summary>Goes through whole numbers or days one after another.</summary>
internal static class Consecutive
{
    /// <summary>first..last as written in a loop: up or down, both ends included. Null, with a warning, for other values.</summary>
    public static IEnumerable<object?>? Between(object? first, object? last, FeelRun run)
    {
        if (!Bounds(first, last, out var from, out var to)) return Refuse(run);
        run.CheckList(Math.Abs(to - from) + 1);
        return Walk(from, to, first is FeelDate);
    }

    /// <summary>The values inside a range, upward. Null, with a warning, when it has no ends to count between.</summary>
    public static IEnumerable<object?>? In(FeelRange range, FeelRun run)
    {
        if (range.Test is not null || !Bounds(range.Low, range.High, out var from, out var to) || from > to) return Refuse(run);
        if (!range.LowClosed) from++;
        if (!range.HighClosed) to--;
        if (from > to) return [];
        run.CheckList(to - from + 1);
        return Walk(from, to, range.Low is FeelDate);
    }

    private static bool Bounds(object? first, object? last, out long from, out long to)
    {
        (from, to) = (0, 0);
        if (first is FeelDate a && last is FeelDate b) (from, to) = (a.EpochDay, b.EpochDay);
        else return first is FeelNumber x && last is FeelNumber y && Whole(x, out from) && Whole(y, out to);
        return true;
    }

    private static bool Whole(FeelNumber number, out long value)
    {
        value = 0;
        if (!number.TryToInteger(out var whole) || System.Numerics.BigInteger.Abs(whole) > long.MaxValue / 4) return false;
        value = (long)whole;
        return true;
    }

    private static IEnumerable<object?> Walk(long from, long to, bool days)
    {
        var step = from <= to ? 1 : -1;
        for (var at = from; ; at += step)
        {
            yield return days ? FeelDate.OfEpochDay(at) : (FeelNumber)at;
            if (at == to) yield break;
        }
    }

    private static IEnumerable<object?>? Refuse(FeelRun run)
    {
        run.Null(FeelMessages.BadIteration);
        return null;
    }
}
