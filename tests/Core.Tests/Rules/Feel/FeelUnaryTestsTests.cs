using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Feel;

/// <summary>Entries of decision tables.</summary>
public sealed class FeelUnaryTestsTests
{
    [Theory]
    [InlineData("-", "5", true)]
    [InlineData("5", "5", true)]
    [InlineData("-5", "-5", true)]
    [InlineData("< 10", "5", true)]
    [InlineData(">= 10", "5", false)]
    [InlineData("!= 5", "5", false)]
    [InlineData("[1..5)", "5", false)]
    [InlineData("]1..5]", "5", true)]
    [InlineData("1, 3, [5..7]", "6", true)]
    [InlineData("not(1, 3)", "2", true)]
    [InlineData("not(< 5)", "4", false)]
    [InlineData("not(?) and true", "false", true)]
    [InlineData("? > 3 and ? < 6", "5", true)]
    [InlineData("modulo(?, 2) = 0", "6", true)]
    [InlineData("\"A\", \"B\"", "\"B\"", true)]
    [InlineData("[1, 2, 3]", "2", true)]
    [InlineData("[1, 2, 3]", "[1, 2, 3]", true)]
    [InlineData("null", "null", true)]
    [InlineData("< 10", "null", null)]
    [InlineData("true", "true", true)]
    [InlineData("false", "true", false)]
    [InlineData("count(?) > 1", "[1, 2]", true)]
    [InlineData("limit", "7", true)]
    [InlineData("> limit * 2", "15", true)]
    [InlineData("date(\"2024-01-01\")", "@\"2024-01-01\"", true)]
    [InlineData("some x in [1, 5] satisfies x = ?", "5", true)]
    public void A_cell_tests_its_input(string tests, string input, bool? passes)
    {
        var scope = FeelScope.Empty.With("limit", (FeelNumber)7);
        var parsed = FeelExpression.ParseUnaryTests(tests, FeelNames.None.With("limit"));
        Assert.True(parsed.Ok, $"{tests}: {parsed.Error}");
        var value = FeelExpression.Parse(input, FeelNames.None).Value!.Evaluate(scope, new FeelRun());
        Assert.Equal(passes, parsed.Value!.Evaluate(value, scope, new FeelRun()));
    }

    [Theory]
    [InlineData("< ", 3)]
    [InlineData("1, ", 4)]
    [InlineData("not(1", 6)]
    [InlineData("not(1,) ", 7)]
    public void A_broken_cell_says_where(string tests, int position) =>
        Assert.Equal(position, FeelExpression.ParseUnaryTests(tests, FeelNames.None).Error!.Position);
}
