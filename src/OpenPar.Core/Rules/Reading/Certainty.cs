using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>How far a reading can be trusted: the doubts met on the way, the words left over, and what the linter says about the rule.</summary>
internal static class Certainty
{
    public static decimal Of(Rule rule, decimal? max, Doubts doubts, decimal readShare)
    {
        foreach (var finding in RuleLinter.Check(rule with { Source = "?" }, max, ""))
            doubts.Add(finding.Severity == Severity.Error ? 0.3m : 0.6m, finding);
        if (Manuals(rule))
            doubts.Add(0.5m, new LocalText("Còn phần phải chấm trực tiếp.", "A part is still left to a person."), new LocalText("Bổ sung cách chấm.", "Add the method."));
        // A tenth of the words unread already makes a reading unsure.
        var read = Math.Max(0, 1 - ((1 - readShare) * 2.5m));
        return Math.Round(Math.Clamp(doubts.Certainty * read, 0, 1), 2);
    }

    private static bool Manuals(Rule rule) => rule switch
    {
        Manual => true,
        SumOfParts sum => sum.Parts.Any(p => Manuals(p.Rule)),
        BestOf best => best.Alternatives.Any(a => Manuals(a.Rule)),
        Deduct { On: { } on } => Manuals(on),
        _ => false,
    };
}
