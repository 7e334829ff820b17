using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Feel;

/// <summary>Names with spaces, signs, keywords and accents.</summary>
public sealed class FeelNamesTests
{
    private static readonly Dictionary<string, object?> Context = new()
    {
        ["a"] = (FeelNumber)1,
        ["b"] = (FeelNumber)2,
        ["a + b"] = (FeelNumber)100,
        ["a-b"] = (FeelNumber)200,
        ["pre-bureau risk"] = "LOW",
        ["applicant's age"] = (FeelNumber)33,
        ["days in weekend"] = new FeelList(["saturday", "sunday"]),
        ["not counted"] = (FeelNumber)4,
        ["tỷ lệ đúng hạn"] = (FeelNumber)0.95m,
        ["Số hồ sơ"] = new FeelContext([new("đúng hạn", (FeelNumber)98), new("tất cả", (FeelNumber)112)]),
        ["date"] = (FeelNumber)7,
        ["🐎 horse"] = (FeelNumber)9,
        ["input.value"] = (FeelNumber)5,
    };

    [Theory]
    [InlineData("a + b", "100")]
    [InlineData("a+b", "100")]
    [InlineData("b + a", "3")]
    [InlineData("a - b", "200")]
    [InlineData("pre-bureau risk", "LOW")]
    [InlineData("applicant's age + 1", "34")]
    [InlineData("for d in days in weekend return d", "[\"saturday\", \"sunday\"]")]
    [InlineData("not counted * 2", "8")]
    [InlineData("tỷ lệ đúng hạn >= 0.9", "true")]
    [InlineData("tỷ   lệ\nđúng hạn", "0.95")]
    [InlineData("Số hồ sơ.đúng hạn / Số hồ sơ.tất cả", "0.875")]
    [InlineData("date", "7")]
    [InlineData("date(\"2024-01-01\")", "2024-01-01")]
    [InlineData("🐎 horse", "9")]
    [InlineData("input.value", "5")]
    public void The_longest_known_name_is_meant(string expression, string value)
    {
        var parsed = FeelExpression.Parse(expression, FeelNames.None.WithContext(Context));
        Assert.True(parsed.Ok, parsed.Error?.ToString());
        Assert.Equal(value, FeelText.Of(parsed.Value!.Evaluate(FeelScope.Of(Context), new FeelRun())));
    }

    [Fact]
    public void A_name_typed_in_decomposed_letters_is_the_same_name()
    {
        var parsed = FeelExpression.Parse("tỷ lệ đúng hạn".Normalize(System.Text.NormalizationForm.FormD), FeelNames.None.WithContext(Context));
        Assert.Equal((FeelNumber)0.95m, parsed.Value!.Evaluate(FeelScope.Of(Context), new FeelRun()));
    }

    [Fact]
    public void A_member_of_a_declared_type_is_recognised()
    {
        var type = new FeelContextType([new("full name", FeelType.String)]);
        var parsed = FeelExpression.Parse("p.full name + \"!\"", FeelNames.None.With("p", type));
        var scope = FeelScope.Empty.With("p", new FeelContext([new("full name", "An")]));
        Assert.Equal("An!", parsed.Value!.Evaluate(scope, new FeelRun()));
    }

    [Fact]
    public void An_unknown_name_is_null_and_says_so_with_its_place()
    {
        var run = new FeelRun();
        Assert.Null(FeelExpression.Parse("1 + số lạ", FeelNames.None).Value!.Evaluate(FeelScope.Empty, run));
        Assert.Equal(5, run.Warnings[0].Position);
        Assert.Contains("số lạ", run.Warnings[0].Message.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("1 +", 4)]
    [InlineData("1 + * 2", 5)]
    [InlineData("(1", 3)]
    [InlineData("[1, 2", 6)]
    [InlineData("{a: }", 5)]
    [InlineData("\"abc", 1)]
    [InlineData("1 /* x", 3)]
    [InlineData("if 1 then 2", 12)]
    [InlineData("for i [1] return i", 5)]
    [InlineData("1 instance of nothing", 15)]
    [InlineData("@\"2024-13-01\"", 1)]
    [InlineData("f(a: 1, 2)", 9)]
    [InlineData("1 2", 3)]
    public void A_broken_expression_says_where(string expression, int position) =>
        Assert.Equal(position, FeelExpression.Parse(expression, FeelNames.None).Error!.Position);

    [Fact]
    public void A_position_is_a_line_and_a_column()
    {
        const string Text = "1 +\n2 + )";
        Assert.Equal((2, 5), FeelExpression.Parse(Text, FeelNames.None).Error!.In(Text));
    }
}
