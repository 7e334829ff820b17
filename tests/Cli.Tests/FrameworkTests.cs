namespace OpenPar.Cli.Tests;

public sealed class FrameworkTests
{
    [Fact]
    public async Task Import_PrintsOnlyJsonWithTheRowsOfTheAnnex()
    {
        var ran = await Openpar.RunAsync("framework", "import", Openpar.Beside("Samples", "tab-table.txt"), "--format", "json");

        Assert.NotEmpty(ran.Json.EnumerateObject());
        Assert.All(ran.Json.EnumerateObject(), member => Assert.Equal(char.ToLowerInvariant(member.Name[0]), member.Name[0]));
        Assert.Contains(ran.Code, new[] { 0, 1 });
    }

    [Fact]
    public async Task Lint_OfTheOfficialSet_FindsOnlyItsOwnContradictionsAndMakesEveryLeafExecutable()
    {
        var ran = await Openpar.RunAsync("framework", "lint", Openpar.Pack("par-index-province-1187"), "--format", "json");

        var findings = ran.Json.GetProperty("findings").EnumerateArray().ToList();
        Assert.DoesNotContain(findings, f => f.GetProperty("severity").GetString() == "error");
        var contradicted = findings.Where(f => f.GetProperty("severity").GetString() == "warning").Select(f => f.GetProperty("where").GetString()!.Split(' ')[^1]).Distinct().Order();
        Assert.Equal(["3.1", "3.2.3", "6.2.2", "6.2.3"], contradicted);
    }

    [Theory]
    [InlineData("import", "khong-co.txt")]
    [InlineData("lint", "khong-co.txt")]
    [InlineData("lint", "khong-co")]
    public async Task A_file_that_is_not_there_is_a_finding_of_every_command(string command, string file)
    {
        var ran = await Openpar.RunAsync("framework", command, file, "--format", "json");

        Assert.Equal(1, ran.Code);
        Assert.Empty(ran.Error);
        var finding = Assert.Single(ran.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal(file, finding.GetProperty("where").GetString());
        Assert.Equal("error", finding.GetProperty("severity").GetString());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_in_words_too()
    {
        var ran = await Openpar.RunAsync("framework", "import", "khong-co.txt");

        Assert.Equal(1, ran.Code);
        Assert.StartsWith("khong-co.txt: LỖI: Không mở được tệp.", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparing_with_a_file_that_is_not_there_gives_the_finding_instead_of_differences()
    {
        var ran = await Openpar.RunAsync("framework", "compare", Openpar.Beside("Samples", "tab-table.txt"), "khong-co.txt", "--format", "json");

        Assert.Equal(1, ran.Code);
        Assert.Empty(ran.Json.GetProperty("differences").EnumerateArray());
        Assert.Contains(ran.Json.GetProperty("findings").EnumerateArray(), f => f.GetProperty("where").GetString() == "khong-co.txt");
    }

    [Fact]
    public async Task Wrong_use_is_exit_code_two()
    {
        Assert.Equal(2, (await Openpar.RunAsync("framework", "lint")).Code);
        Assert.Equal(2, (await Openpar.RunAsync("khong-co-lenh-nay")).Code);
    }

    [Fact]
    public async Task Help_speaks_Vietnamese_and_English()
    {
        var ran = await Openpar.RunAsync("--help");

        Assert.Equal(0, ran.Code);
        Assert.Contains("cải cách hành chính", ran.Out, StringComparison.Ordinal);
        Assert.Contains("administrative-reform", ran.Out, StringComparison.Ordinal);
    }
}
