using System.Diagnostics;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Feel;

/// <summary>Expressions made to hang or crash: an error or a limit, soon and in little stack.</summary>
public sealed class HostileFeelTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("(", "1", ")", 100_000)]
    [InlineData("[", "", "", 100_000)]
    [InlineData("{a:", "", "", 100_000)]
    [InlineData("-", "1", "", 100_000)]
    [InlineData("not(", "", "", 100_000)]
    [InlineData("", "1", "+1", 100_000)]
    [InlineData("", "true", " or true", 100_000)]
    [InlineData("", "a", ".b", 100_000)]
    [InlineData("", "a", "[1]", 100_000)]
    [InlineData("", "f", "(1)", 100_000)]
    [InlineData("", "1", " in (1)", 100_000)]
    [InlineData("1 in (", "1", ") + 1", 150)]
    [InlineData("for i in [1] return ", "1", "", 40_000)]
    [InlineData("1 instance of list<", "", "", 50_000)]
    [InlineData("list<", "", "", 50_000)]
    [InlineData("function(a) ", "1", "", 50_000)]
    public void Deep_nesting_is_an_error_with_a_place(string open, string middle, string close, int times)
    {
        var text = string.Concat(Enumerable.Repeat(open, times)) + middle + string.Concat(Enumerable.Repeat(close, times));
        var error = InSmallStack(() => FeelExpression.Parse(text, FeelNames.None).Error);
        Assert.NotNull(error);
        Assert.InRange(error.Position, 1, text.Length + 1);
    }

    [Theory]
    [InlineData("{f: function(n) f(n + 1), r: f(1)}.r")]
    [InlineData("{f: function(g, n) g(g, n), r: f(f, 1)}.r")]
    [InlineData("for i in 1..1000000000 return i")]
    [InlineData("for i in 1..1000, j in 1..1000, k in 1..1000 return i")]
    [InlineData("every i in 1..900000 satisfies every j in 1..900000 satisfies true")]
    [InlineData("for i in 1..100000 return [partial[-1]]")]
    [InlineData("for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]")]
    [InlineData("for i in 1..60 return if i = 1 then \"aaaaaaaaaa\" else partial[-1] + partial[-1]")]
    [InlineData("for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])")]
    [InlineData("for i in 1..900000 return for j in 1..900000 return j")]
    [InlineData("string(for i in 1..900000 return \"aaaaaaaaaaaa\")")]
    [InlineData("{x: for i in 1..200000 return i, y: for i in 1..200000 return x = x}.y[1]")]
    [InlineData("{x: for i in 1..200000 return i, y: for i in 1..200000 return list contains(x, 0)}.y[1]")]
    [InlineData("{x: for i in 1..200000 return i, y: for i in 1..200000 return x[true]}.y[1]")]
    [InlineData("{x: for i in 1..200000 return i, y: for i in 1..200000 return x instance of list<number>}.y[1]")]
    [InlineData("for i in 1..900000 return modulo(10 ** 6000, 3 * 10 ** -6000)")]
    [InlineData("for i in 1..900000 return exp(log(1.7))")]
    [InlineData("for i in 1..900000 return matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"(a*)*\\1b\")")]
    [InlineData("string join(for i in 1..900000 return string(i), \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\")")]
    public void Endless_work_meets_a_limit(string text)
    {
        var watch = Stopwatch.StartNew();
        var outcome = InSmallStack(() => FeelExpression.Parse(text, FeelNames.None).Value!.Run(FeelScope.Empty, new FeelRun(null, new FeelLimits(Steps: 2_000_000))));
        Assert.True(outcome.Error is not null || outcome.Value is null, outcome.Value?.GetType().Name);
        Assert.True(watch.Elapsed < Soon, $"{watch.Elapsed}");
    }

    [Fact]
    public void A_pattern_that_would_backtrack_for_ever_is_matched_in_linear_time()
    {
        var text = $"matches(\"{new string('a', 50_000)}\", \"(a+)+$b\")";
        Assert.Equal(false, FeelExpression.Parse(text, FeelNames.None).Value!.Evaluate(FeelScope.Empty, new FeelRun()));
    }

    [Fact]
    public void A_zone_id_cannot_leave_the_zone_database() => Assert.Null(FeelZone.Named("../../../etc/passwd"));

    // Half the stack of a thread of a web server: nothing here may need more.
    private static T InSmallStack<T>(Func<T> work)
    {
        var result = default(T);
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    failure = e;
                }
            },
            768 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        return result!;
    }
}
