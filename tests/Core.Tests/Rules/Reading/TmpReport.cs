using OpenPar.Core.Rules.Reading;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;
namespace OpenPar.Core.Tests.Rules.Reading;
public sealed class TmpReport
{
    [Fact]
    public void Write()
    {
        using var w = new StreamWriter("/tmp/suggest-report.txt");
        int ok = 0, n = 0, sureWrong = 0;
        foreach (var l in PackFiles.Set1187.Leaves.Where(l => l.RuleText is not null))
        {
            var text = l.RuleText + (l.Note is { } note && note.Contains("thì") ? "\n" + note : "");
            var s = RuleSuggestion.Of(text, l.MaxPoints, l.Title);
            var (got, want) = (RuleMeaning.Of(s.Rule, l.MaxPoints), RuleMeaning.Of(l.Rule, l.MaxPoints));
            n++; if (got == want) ok++; else if (s.Sure) sureWrong++;
            w.WriteLine($"{(got == want ? "ok  " : s.Sure ? "SURE" : "diff")} {l.Code} {s.Confidence} {s.Sure}\n     got  {got}" + (got == want ? "" : $"\n     want {want}\n     {l.RuleText!.Replace("\n", " / ")}") + (s.Unread.Count > 0 ? "\n     unread: " + string.Join(" ¦ ", s.Unread) : "") + (s.Sure ? "" : "\n     " + string.Join(" ¦ ", s.Findings.Select(f => f.Message.Vi))));
        }
        w.WriteLine($"OFFICIAL {ok}/{n} sure wrong {sureWrong}");
        n = ok = sureWrong = 0; int gsure = 0;
        using (var g = System.Text.Json.JsonDocument.Parse(File.ReadAllText("/work/shared/data/par-index-1187-guidance.json")))
        foreach (var row in g.RootElement.GetProperty("criteria").EnumerateArray())
        {
            if (row.GetProperty("ruleText").GetString() is not { } text) continue;
            decimal? max = row.GetProperty("maxPoints").ValueKind == System.Text.Json.JsonValueKind.Number ? row.GetProperty("maxPoints").GetDecimal() : null;
            var code = row.GetProperty("code").GetString()!;
            var leaf = PackFiles.Set1187.Leaves.FirstOrDefault(l => l.Code.ToString() == code);
            var s = RuleSuggestion.Of(text, max, row.GetProperty("title").GetString());
            var (got, want) = (RuleMeaning.Of(s.Rule, max), RuleMeaning.Of(leaf?.Rule, max));
            n++; if (got == want) { ok++; if (s.Sure) gsure++; } else if (s.Sure) sureWrong++;
            w.WriteLine($"G{(got == want ? "ok  " : s.Sure ? "SURE" : "diff")} {code} {s.Confidence} {s.Sure}\n     got  {got}" + (got == want ? "" : $"\n     want {want}\n     {text.Replace("\n", " / ")}") + (s.Unread.Count > 0 ? "\n     unread: " + string.Join(" ¦ ", s.Unread) : "") + (s.Sure ? "" : "\n     " + string.Join(" ¦ ", s.Findings.Select(f => f.Message.Vi))));
        }
        w.WriteLine($"GUIDANCE {ok}/{n} sure wrong {sureWrong} right and sure {gsure}");
        n = ok = sureWrong = 0; int unsureRight = 0;
        var path = Path.Combine(PackFiles.Root, "tests/Core.Tests/Rules/Reading/other-annexes.yaml");
        foreach (var one in new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<Dictionary<string, string>>>(File.ReadAllText(path)))
        {
            var max = decimal.Parse(one["max"], System.Globalization.CultureInfo.InvariantCulture);
            var s = RuleSuggestion.Of(one["text"], max);
            var got = RuleMeaning.Of(s.Rule, max);
            n++; if (got == one["rule"]) { ok++; if (!s.Sure) unsureRight++; } else if (s.Sure) sureWrong++;
            w.WriteLine($"{(got == one["rule"] ? "ok  " : s.Sure ? "SURE" : "diff")} {s.Confidence} {s.Sure} {one["text"].Replace("\n", " / ")}\n     got  {got}" + (got == one["rule"] ? "" : $"\n     want {one["rule"]}") + (s.Unread.Count > 0 ? "\n     unread: " + string.Join(" ¦ ", s.Unread) : "") + (s.Sure ? "" : "\n     " + string.Join(" ¦ ", s.Findings.Select(f => f.Message.Vi))));
        }
        w.WriteLine($"OTHER {ok}/{n} sure wrong {sureWrong}, right but unsure {unsureRight}");
    }
}
