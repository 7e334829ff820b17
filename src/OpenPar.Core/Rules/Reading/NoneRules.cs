using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Builds "Tính theo trường hợp nặng nhất. Không có …: 1; có …: 0".</summary>
internal static class NoneRules
{
    public static NoneElse? Build(RuleDraft draft, List<Entry> entries, decimal? max)
    {
        if (entries.Count < 2 || entries.Exists(e => RuleDraft.Resolve(e.Points, max ?? 0) is null)) return null;
        var none = entries[0];
        if (!draft.Tokens.Has(none.Label, "không có", "không phát sinh", "không để xảy ra")) return null;
        draft.Book(none.At, "none");
        var cases = new List<NoneCase>();
        for (var i = 1; i < entries.Count; i++)
        {
            draft.Book(entries[i].At, $"cases[{i - 1}]");
            var words = entries[i].Label;
            if (draft.Tokens[words.From].Is("có")) words = words with { From = words.From + 1 };
            var name = draft.Name(((char)('a' + Math.Min(i - 1, 25))).ToString());
            cases.Add(new NoneCase(FigureWords.Figure(name, draft.Ledger.Text(words)), RuleDraft.Resolve(entries[i].Points, max ?? 0)!.Value));
        }

        return new NoneElse { Cases = cases, None = none.Points.Kind == PointsKind.ShareOfMax ? null : none.Points.Value };
    }
}
