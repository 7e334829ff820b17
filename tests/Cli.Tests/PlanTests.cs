using System.Text.Json;

namespace OpenPar.Cli.Tests;

public sealed class PlanTests
{
    private static string Sample(string name) => Openpar.Beside("Samples", "plans", name);

    [Fact]
    public async Task Import_of_one_annex_prints_exactly_the_contract()
    {
        var ran = await Openpar.RunAsync("plan", "import", Sample("plan-table.txt"), "--format", "json");

        Assert.Equal(0, ran.Code);
        Assert.Equal(["plan", "rows", "findings"], Keys(ran.Json));
        Assert.Equal(["title", "year", "issuer"], Keys(ran.Json.GetProperty("plan")));
        Assert.Equal(2025, ran.Json.GetProperty("plan").GetProperty("year").GetInt32());
        Assert.All(ran.Json.GetProperty("rows").EnumerateArray(), row =>
        {
            Assert.Equal(["section", "sectionTitle", "objectives", "tasks", "activities", "products", "lead", "coordinating", "deadline", "budget", "flags", "source"], Keys(row));
            Assert.Equal(["kind", "from", "to", "text"], Keys(row.GetProperty("deadline")));
            Assert.Equal(["kind", "amountVnd", "text"], Keys(row.GetProperty("budget")));
        });
        var time = ran.Json.GetProperty("rows")[0].GetProperty("deadline");
        Assert.Equal(("month", "2025-01-01", "2025-01-31"), (time.GetProperty("kind").GetString(), time.GetProperty("from").GetString(), time.GetProperty("to").GetString()));
    }

    [Fact]
    public async Task An_annex_that_is_not_there_is_a_finding()
    {
        var ran = await Openpar.RunAsync("plan", "import", Sample("plan-table.txt"), "--annex", "2", "--format", "json");

        Assert.Equal(1, ran.Code);
        Assert.Empty(ran.Json.GetProperty("rows").EnumerateArray());
        Assert.Contains(ran.Json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("severity").GetString() == "error");
    }

    [Fact]
    public async Task A_file_that_is_no_plan_says_what_it_is()
    {
        var ran = await Openpar.RunAsync("plan", "import", Openpar.Beside("Samples", "tab-table.txt"));

        Assert.Equal(1, ran.Code);
        Assert.Contains("openpar framework import", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_not_there_is_a_finding()
    {
        var ran = await Openpar.RunAsync("plan", "import", "khong-co.docx", "--format", "json");

        Assert.Equal(1, ran.Code);
        Assert.Equal("khong-co.docx", ran.Json.GetProperty("findings")[0].GetProperty("where").GetString());
    }

    private static List<string> Keys(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
}
