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
