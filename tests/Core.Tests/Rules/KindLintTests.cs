using OpenPar.Core.Findings;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Rules;

/// <summary>Faults of the kinds: each rule of the generator is clean of errors, and each slip below is found.</summary>
public sealed class KindLintTests
{
    private static readonly FactDefinition A = new() { Name = "a", Label = "Tổng số" };
    private static readonly FactDefinition B = new() { Name = "b", Label = "Đã xong", AtMost = "a" };

    public static TheoryData<string, string> Slips() => new()
    {
        { "Bước tăng", """{"kind":"increments","facts":[{"name":"a","label":"A"}],"measure":{"kind":"value","facts":["a"]},"start":1,"step":0,"each":1}""" },
        { "hoặc số điểm, hoặc phần trăm", """{"kind":"deduct","items":[{"fact":{"name":"a","label":"A"}}]}""" },
        { "vừa tính theo quy tắc", """{"kind":"deduct","on":{"kind":"manual","because":"x"},"start":1,"items":[{"fact":{"name":"a","label":"A"},"points":1}]}""" },
        { "mức trừ không hợp lý", """{"kind":"deduct","items":[{"fact":{"name":"a","label":"A"},"percent":110}]}""" },
        { "không có trường hợp nào", """{"kind":"noneElse","cases":[]}""" },
        { "cột “x” không khai báo", """{"kind":"items","list":{"name":"l","label":"L","type":"list"},"conditions":[{"column":"x","is":"atMost","value":1}]}""" },
        { "phải là danh sách", """{"kind":"coverage","list":{"name":"l","label":"L"},"reference":{"name":"R","versions":[{"from":"2025-01-01","items":["m"]}]}}""" },
        { "có mục ghi hai lần", """{"kind":"coverage","list":{"name":"l","label":"L","type":"list"},"reference":{"name":"R","versions":[{"from":"2025-01-01","items":["m","m"]}]}}""" },
        { "cùng áp dụng từ 01/01/2025", """{"kind":"coverage","list":{"name":"l","label":"L","type":"list"},"reference":{"name":"R","versions":[{"from":"2025-01-01","items":["m"]},{"from":"2025-01-01","items":["n"]}]}}""" },
        { "phải là một ngày", """{"kind":"deadline","done":{"name":"d","label":"D"},"on":"2025-01-01","bands":[{"points":1}]}""" },
        { "một ngày kê khai hoặc một ngày ghi sẵn", """{"kind":"deadline","done":{"name":"d","label":"D","type":"date"},"bands":[{"points":1}]}""" },
        { "Các mức chỉ dùng khi xếp theo vị trí", """{"kind":"relative","fact":{"name":"a","label":"A"},"method":"rank"}""" },
        { "một kết quả hoặc tính từ các nhóm", """{"kind":"survey","survey":"S"}""" },
        { "không có phương án trả lời nào được tính", """{"kind":"survey","survey":"S","groups":[{"label":"G","options":[{"fact":{"name":"a","label":"A"}}]}]}""" },
        { "Sửa công thức “b /” ở ký tự", """{"kind":"formula","facts":[{"name":"b","label":"B"}],"points":"b /"}""" },
        { "một ô cho mỗi đầu vào", """{"kind":"decisionTable","facts":[{"name":"b","label":"B"}],"table":{"inputs":["b"],"rows":[{"when":[],"points":"1"}]}}""" },
        { "Không có chính sách “Z”", """{"kind":"decisionTable","facts":[{"name":"b","label":"B"}],"table":{"policy":"Z","inputs":["b"],"rows":[{"when":["-"],"points":"1"}]}}""" },
        { "không cả hai", """{"kind":"decisionTable","facts":[]}""" },
        { "hết hiệu lực (01/01/2025) trước khi có hiệu lực", """{"kind":"manual","because":"x","validFrom":"2026-01-01","validTo":"2025-01-01"}""" },
        { "được thay thế hai lần", """{"kind":"manual","because":"x","substitutions":[{"cited":"NĐ 61","replacedBy":"NĐ 118","from":"2025-07-01"},{"cited":"NĐ 61","replacedBy":"NĐ 119","from":"2025-07-01"}]}""" },
        { "ghi năm gốc nhưng không lấy từ năm gốc", """{"kind":"count","facts":[{"name":"a","label":"A","baseYear":2021}],"items":[{"fact":"a","points":1}]}""" },
        { "khác đơn vị: hồ sơ, tỷ đồng", """{"kind":"bands","facts":[{"name":"a","label":"A","unit":"hồ sơ"},{"name":"b","label":"B","unit":"tỷ đồng"}],"measure":{"kind":"ratio","facts":["a","b"]},"bands":[{"points":1}]}""" },
        { "khác kiểu", """{"kind":"linear","facts":[{"name":"a","label":"A","type":"money"},{"name":"b","label":"B"}],"terms":[{"fact":"b"}],"denominator":"a"}""" },
        { "không đi một chiều", """{"kind":"bands","facts":[{"name":"a","label":"A"}],"measure":{"kind":"value","facts":["a"]},"bands":[{"from":5,"points":0},{"from":3,"to":5,"toOpen":true,"points":1},{"to":3,"toOpen":true,"points":0}]}""" },
        { "Chỉ có một phương án", """{"kind":"choice","options":[{"key":"a","label":"A","points":1}]}""" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void The_slip_is_found_with_where_what_and_a_remedy(string said, string json)
    {
        var findings = RuleLinter.Check(RuleJson.Read(json) with { Source = "s" }, 1, "3.1");
        var found = Assert.Single(findings, f => f.Message.Vi.Contains(said, StringComparison.Ordinal) || f.Remedy.Vi.Contains(said, StringComparison.Ordinal));
        Assert.NotEqual(Severity.Info, found.Severity);
        Assert.StartsWith("3.1", found.Where, StringComparison.Ordinal);
        Assert.NotEqual(found.Message, found.Remedy);
    }

    [Fact]
    public void Sound_rules_of_every_kind_are_free_of_errors()
    {
        foreach (var kind in AnyRule.Kinds.Where(k => k is not ("bands" or "sum" or "best" or "feed" or "deduct")))
        {
            for (var seed = 0; seed < 40; seed++)
            {
                var rule = AnyRule.Of(seed, 2, kind);
                Assert.DoesNotContain(RuleLinter.Check(rule, null, kind), f => f.Severity == Severity.Error && !f.Message.Vi.Contains("không chứa giá trị nào", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_deeply_nested_rule_is_refused_when_it_is_read()
    {
        var json = string.Concat(Enumerable.Repeat("""{"kind":"feed","system":"s","extractedOn":{"name":"d","label":"D"},"rule":""", 100)) + """{"kind":"manual","because":"x"}""" + new string('}', 100);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => RuleJson.Read(json));
    }

    [Fact]
    public void A_formula_of_100000_nested_parentheses_is_a_finding()
    {
        var rule = new Formula { Facts = [A, B], Points = new string('(', 100_000) + "b" + new string(')', 100_000), Source = "s" };
        Assert.Contains(RuleLinter.Check(rule, 1, "1"), f => f.Severity == Severity.Error);
        var facts = new FactSet(new Dictionary<string, FactValue> { ["a"] = FactValue.Of(1m), ["b"] = FactValue.Of(1m) });
        Assert.Equal(Outcome.Undecided, rule.Evaluate(facts, 1).Outcome);
    }

    [Fact]
    public void A_formula_that_never_ends_stops_at_its_bound_and_leaves_the_points_to_a_person()
    {
        var rule = new Formula { Facts = [A, B], Points = "sum(for x in 1..1000000, y in 1..1000000 return x * y)", Source = "s" };
        var facts = new FactSet(new Dictionary<string, FactValue> { ["a"] = FactValue.Of(1m), ["b"] = FactValue.Of(1m) });
        var row = rule.Explain(facts, 1);
        Assert.Equal(Outcome.Undecided, row.Score.Outcome);
        Assert.Contains(row.Explanation.Walk(), s => s.Kind == StepKind.Problem);
    }

    [Fact]
    public void A_table_of_10000_rows_is_run()
    {
        var rule = new DecisionTable { Facts = [A], Table = new PointTable(["a"], [.. Enumerable.Range(0, 10_000).Select(i => new TableRow([$"{i}"], i == 9_999 ? "1" : "0"))]), Source = "s" };
        Assert.Equal(Score.Of(1), rule.Evaluate(new FactSet(new Dictionary<string, FactValue> { ["a"] = FactValue.Of(9_999m) }), 1));
    }
}
