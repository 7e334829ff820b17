namespace OpenPar.Cli.Tests;

public sealed class RulesTests
{
    [Theory]
    [InlineData("Từ 70% số nhiệm vụ trở lên: 1; từ 50% đến dưới 70%: 0,5; dưới 50%: 0", "bands")]
    [InlineData("Điểm = (b/a) × điểm tối đa; nếu dưới 80% thì 0 điểm", "linear")]
    [InlineData("Mỗi văn bản ban hành chậm trừ 0,25 điểm, tối đa trừ 1 điểm", "deduct")]
    [InlineData("Có: 0.50; Không: 0", "choice")]
    public async Task Suggest_ReadsTheTextOnStandardInput(string text, string kind)
    {
        var ran = await Openpar.TypeAsync(text, "rules", "suggest", "--text", "-", "--format", "json");

        Assert.Equal(0, ran.Code);
        Assert.Equal(kind, ran.Json.GetProperty("kind").GetString());
        Assert.Equal(kind, ran.Json.GetProperty("rule").GetProperty("kind").GetString());
        Assert.InRange(ran.Json.GetProperty("confidence").GetDouble(), 0.8, 1);
        Assert.Empty(ran.Json.GetProperty("unread").EnumerateArray());
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("1.5")]
    public async Task Suggest_TakesAMaximumWithCommaAndPoint(string max)
    {
        var ran = await Openpar.TypeAsync("Có: 1,5; Không: 0", "rules", "suggest", "--text", "-", "--max", max, "--format", "json");

        Assert.True(ran.Json.GetProperty("sure").GetBoolean());
        Assert.Empty(ran.Json.GetProperty("findings").EnumerateArray());
    }

    [Fact]
    public async Task Suggest_RefusesAMaximumThatIsNoNumber()
    {
        var ran = await Openpar.TypeAsync("Có: 1; Không: 0", "rules", "suggest", "--text", "-", "--max", "một", "--format", "json");

        Assert.NotEqual(0, ran.Code);
        Assert.Contains("“một” không phải là số", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggest_DoesAllLeavesOfAFramework()
    {
        var ran = await Openpar.RunAsync("rules", "suggest", "--framework", Openpar.Pack("par-index-province-1187"), "--format", "json");

        var rules = ran.Json.GetProperty("rules").EnumerateArray().ToList();
        Assert.True(rules.Count >= 81, $"{rules.Count} rules");
        Assert.All(rules, r => Assert.InRange(r.GetProperty("confidence").GetDouble(), 0, 1));
    }
}
