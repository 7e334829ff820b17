namespace OpenPar.Cli.Tests;

public sealed class ScoreTests
{
    private const string Framework = """
        id: noi-bo/1-2025
        title: Bộ tiêu chí nội bộ mẫu
        decision: {number: 1/QĐ-MAU, issuer: Tỉnh mẫu}
        criteria:
        - {code: "1", title: KẾT QUẢ, maxPoints: 3}
        - code: "1.1"
          title: Báo cáo đúng hạn
          maxPoints: 1
          method: selfAssessed
          rule:
            kind: deadline
            source: dòng 1.1
            done: {name: done, label: Ngày gửi, type: date}
            "on": 2025-04-29
            workingDays: true
            bands: [{to: 2, points: 1}, {from: 2, fromOpen: true, points: 0}]
        - code: "1.2"
          title: Số dịch vụ so với đơn vị cao nhất
          maxPoints: 2
          method: selfAssessed
          rule: {kind: relative, source: dòng 1.2, fact: {name: x, label: Số dịch vụ}, method: best}
        """;

    [Fact]
    public async Task Units_of_a_table_are_compared_and_working_days_counted_by_the_calendar_that_is_given()
    {
        var folder = Directory.CreateTempSubdirectory("openpar-score-").FullName;
        var (set, facts) = (Path.Combine(folder, "framework.yaml"), Path.Combine(folder, "facts.csv"));
        await File.WriteAllTextAsync(set, Framework, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(facts, "unit,code,fact,value\nA,1.1,done,2025-05-05\nA,1.2,x,50\nB,1.2,x,200\n", TestContext.Current.CancellationToken);

        var bare = await Openpar.RunAsync("score", "--framework", set, "--facts", facts, "--explain", "--format", "json");
        Assert.Equal(["0", "0.5", "2"], Points(bare));
        Assert.Contains("Chưa có lịch ngày làm việc năm 2025", bare.Out, StringComparison.Ordinal);
        var counted = await Openpar.RunAsync("score", "--framework", set, "--facts", facts, "--calendar", Openpar.Pack("calendar-2025"), "--format", "json");
        Assert.Equal(["1", "0.5", "2"], Points(counted));
        var missing = await Openpar.RunAsync("score", "--framework", set, "--facts", facts, "--calendar", "khong-co", "--format", "json");
        Assert.Equal((1, 0), (missing.Code, missing.Json.GetProperty("units").GetArrayLength()));
        Directory.Delete(folder, recursive: true);
    }

    private static string[] Points(Ran ran) => [.. ran.Json.GetProperty("units").EnumerateArray().SelectMany(u => u.GetProperty("rows").EnumerateArray())
        .Where(r => r.TryGetProperty("points", out var p) && p.ValueKind == System.Text.Json.JsonValueKind.Number)
        .Select(r => r.GetProperty("points").GetDecimal().ToString("0.##", System.Globalization.CultureInfo.InvariantCulture))];
}
