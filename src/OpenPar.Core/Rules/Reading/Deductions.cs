using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Builds "mỗi lần chậm trừ 0,25 điểm, tối đa trừ 1 điểm" and "nếu báo cáo không đạt yêu cầu thì trừ 10% điểm đạt được".</summary>
internal static class Deductions
{
    private static readonly string[] Openings = ["nếu", "trường hợp", "trong trường hợp", "khi", "riêng"];

    /// <summary>The entries that take points away instead of giving them.</summary>
    public static List<Entry> Among(Tokens tokens, IReadOnlyList<Statement> all)
    {
        var entries = all.OfType<Entry>().ToList();
        // Beside deductions, and without a case that gives points, no points at all is all of them taken.
        var alone = entries.Exists(Takes) && entries.TrueForAll(e => Takes(e) || e.Points.Value == 0) && !all.OfType<Formula>().Any();
        return entries.FindAll(e => Takes(e) || (alone && e.Points is { Kind: PointsKind.Points, Value: 0 } && tokens.AfterAny(e.Label.From, Openings) is null));
    }

    /// <summary>Whether an entry takes points.</summary>
    public static bool Takes(Entry entry) => entry.Points.Kind is PointsKind.Minus or PointsKind.MinusShare;

    public static Deduct Build(RuleDraft draft, Rule? on, IReadOnlyList<Statement> grounds, List<Limit> limits)
    {
        var taken = draft.Taken;
        taken.UnionWith(on?.Needs.Select(f => f.Name) ?? []);
        var items = new List<DeductItem>();
        foreach (var ground in grounds)
        {
            var name = Free(taken, items.Count);
            var part = $"items[{items.Count}]";
            draft.Book(ground.At, part);
            items.Add(ground is PerStep step ? Each(draft, step, name) : Once(draft, (Entry)ground, name));
        }

        foreach (var limit in limits) draft.Book(limit.At, limit.Kind == LimitKind.Least ? "floor" : limit.Kind == LimitKind.Start ? "start" : "cap");
        return new Deduct
        {
            On = on,
            Items = items,
            Start = limits.Find(l => l.Kind == LimitKind.Start)?.Points,
            Cap = limits.Find(l => l.Kind is LimitKind.MostTaken or LimitKind.Most)?.Points,
            Floor = limits.Find(l => l.Kind == LimitKind.Least)?.Points,
        };
    }

    private static DeductItem Each(RuleDraft draft, PerStep step, string name)
    {
        var label = StepRules.Counted(draft, step);
        if (Slides.Along(draft.Tokens, step) || (!step.Step.Percent && RangeReader.All(draft.Tokens, step.Label).Any(r => r.Percent)))
            draft.Doubts.Add(0.6m, new LocalText($"“{draft.Ledger.Text(step.At)}”: không rõ tính từ mức nào.", $"“{draft.Ledger.Text(step.At)}”: it is not clear from where the steps are counted."), new LocalText("Đối chiếu cách trừ với văn bản.", "Compare the deduction with the text."));
        var fact = new FactDefinition { Name = name, Label = FigureWords.Sentence(step.Lacks is { } lacks ? $"{label} {lacks}" : label) };
        var size = step.Step.Percent ? 1 : step.Step.Size;
        return step.Points.Kind == PointsKind.MinusShare
            ? new DeductItem(fact, null, step.Points.Value * 100 / size, step.Cap)
            : new DeductItem(fact, step.Points.Value / size, null, step.Cap);
    }

    private static DeductItem Once(RuleDraft draft, Entry entry, string name)
    {
        var words = entry.Label;
        while (draft.Tokens.AfterAny(words.From, Openings) is { } next && next < words.To) words = words with { From = next };
        if (entry.Points.Kind != PointsKind.Points && (RangeReader.All(draft.Tokens, words).Count > 0 || draft.Tokens.Has(words, "mỗi", "cứ", "từng")))
            draft.Doubts.Add(0.6m, new LocalText($"“{draft.Ledger.Text(words)}”: không rõ trừ một lần hay theo từng mức.", $"“{draft.Ledger.Text(words)}”: it is not clear whether this is taken once or by degree."), new LocalText("Đối chiếu cách trừ với văn bản.", "Compare the deduction with the text."));
        var fact = new FactDefinition { Name = name, Label = FigureWords.Sentence(draft.Ledger.Text(words)), Type = FactType.YesNo };
        return entry.Points.Kind switch
        {
            PointsKind.Minus => new DeductItem(fact, entry.Points.Value),
            PointsKind.MinusShare => new DeductItem(fact, null, entry.Points.Value * 100),
            // No points at all is all of them taken.
            _ => new DeductItem(fact, null, 100),
        };
    }

    private static string Free(HashSet<string> taken, int before)
    {
        for (var i = before + 1; ; i++)
        {
            if (taken.Add($"v{i}")) return $"v{i}";
        }
    }
}
