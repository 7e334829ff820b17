namespace OpenPar.Cli.Tests;

public sealed class DecisionTests
{
    [Theory]
    [InlineData("sum([1,2,3]) / 4", "1.5")]
    [InlineData("@\"2026-01-01\" - @\"2025-01-01\"", "\"P365D\"")]
    [InlineData("-1 + 2", "1")]
    public async Task Feel_GivesTheValue(string expression, string value)
    {
        var ran = await Openpar.RunAsync("feel", expression, "--format", "json");

        Assert.Equal(0, ran.Code);
        Assert.Equal(value, ran.Json.GetProperty("value").GetRawText());
    }

    [Fact]
    public async Task Feel_TakesNamesWithSpacesFromItsContext()
    {
        var ran = await Openpar.TypeAsync("""{"tỷ lệ đúng hạn": 0.95}""", "feel", "if tỷ lệ đúng hạn >= 0.9 then 2 else 0", "--context", "-", "--format", "json");

        Assert.Equal(2, ran.Json.GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task Feel_SaysWhereAnExpressionBreaks()
    {
        var ran = await Openpar.RunAsync("feel", "1 + * 2", "--format", "json");

        Assert.Equal(1, ran.Code);
        Assert.Equal(5, ran.Json.GetProperty("error").GetProperty("position").GetInt32());
        Assert.NotEmpty(ran.Json.GetProperty("error").GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task Feel_RefusesTensOfThousandsOfParentheses()
    {
        var ran = await Openpar.TypeAsync(null, "feel", new string('(', 60_000) + "1" + new string(')', 60_000), "--format", "json");

        Assert.Equal(1, ran.Code);
        Assert.True(ran.Json.TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Dmn_Tck_RunsTheCasesBesideTheModels()
    {
        var ran = await Openpar.RunAsync("dmn", "tck", Openpar.Beside("Models"), "--format", "json");

        Assert.Equal(0, ran.Code);
        Assert.Equal(0, ran.Json.GetProperty("failed").GetInt32());
        Assert.True(ran.Json.GetProperty("passed").GetInt32() > 0);
    }
}
