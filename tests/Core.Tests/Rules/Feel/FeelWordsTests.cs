using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Feel;

/// <summary>What an official reads when an expression does not work: no word of FEEL's own.</summary>
public sealed class FeelWordsTests
{
    [Theory]
    [InlineData("null.a", "“a” không có trong giá trị trống.")]
    [InlineData("1 + \"a\"", "Không tính được: số + chuỗi ký tự.")]
    [InlineData("[1, 2] - date(\"2025-01-01\")", "Không tính được: danh sách - ngày.")]
    [InlineData("true * duration(\"P1Y\")", "Không tính được: đúng/sai * thời lượng theo năm, tháng.")]
    [InlineData("(function(a: number) a)(\"x\")", "Đối số “a” phải là số.")]
    public void A_warning_names_types_in_words(string expression, string warning)
    {
        var run = new FeelRun();

        Assert.Null(FeelExpression.Parse(expression, FeelNames.None).Value!.Evaluate(FeelScope.Empty, run));
        Assert.Contains(warning, run.Warnings.Select(w => w.Message.Vi));
    }

    [Theory]
    [InlineData("function(a, b) a + b", "function(a, b)")]
    [InlineData("[function(x: number) x]", "[function(x)]")]
    public void A_function_is_shown_by_its_parameters(string expression, string shown) =>
        Assert.Equal(shown, FeelExpression.Parse(expression, FeelNames.None).Value!.Evaluate(FeelScope.Empty, new FeelRun())!.ToString());
}
