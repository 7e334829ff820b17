using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Builds the rule of cases that exclude one another: bands where they measure, a choice where they judge.</summary>
internal static class CaseRules
{
    private static readonly string[] Degrees = ["muc do", "tinh kip thoi", "tinh day du", "chat luong", "tinh hieu qua", "ty le", "ti le", "ket qua"];

    /// <summary>The bands the entries make, with the points of each; null when they are not of one measure.</summary>
    public static MeasuredCases? Measured(RuleDraft draft, IReadOnlyList<Entry> entries, decimal? max)
    {
        var read = Cases(draft, entries);
        var cases = new List<(Case, string, decimal)>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (RuleDraft.Resolve(entries[i].Points, max) is not { } points) return null;
            cases.Add((read[i], draft.Ledger.Text(entries[i].Label), points));
        }

        return CaseGroup.Bands(cases);
    }

    /// <summary>The cases of one scale: what one of them is measured against holds for those that do not say it again.</summary>
    private static List<Case> Cases(RuleDraft draft, IReadOnlyList<Entry> entries)
    {
        var cases = entries.Select(e => CaseReader.Read(draft.Tokens, draft.Ledger, e.Label)).ToList();
        var against = cases.Select(c => c.Against).FirstOrDefault(a => a != Against.None);
        return against == Against.None ? cases : [.. entries.Select((e, i) => cases[i].Against != Against.None ? cases[i] : CaseReader.Read(draft.Tokens, draft.Ledger, e.Label, against))];
    }

    /// <summary>The rule of cases of which exactly one holds; null when the points of a case cannot be known.</summary>
    public static Rule? Exclusive(RuleDraft draft, IReadOnlyList<Entry> entries, string? heading, decimal? max)
    {
        if (entries.Any(e => RuleDraft.Resolve(e.Points, max) is null)) return null;
        if (entries.Count > 1 && Measured(draft, entries, max) is { } measured)
        {
            Book(draft, entries, "bands");
            var first = CaseReader.Read(draft.Tokens, draft.Ledger, entries[0].Label);
            foreach (var doubt in measured.Inferred) draft.Doubts.Add(0.95m, doubt, new LocalText("Xác nhận mức suy ra.", "Confirm the inferred case."));
            return MeasureRules.Bands(draft, (measured.Kind, measured.Against, measured.Items), first, heading);
        }

        if (entries.Count == 1) return Single(draft, entries[0], max);
        Book(draft, entries, "options");
        var values = entries.Select(e => RuleDraft.Resolve(e.Points, max)).ToList();
        if (entries.Any(e => e.Points.Added) || (!values.Contains(0) && values.Distinct().Count() < values.Count))
            draft.Doubts.Add(0.5m, new LocalText("Không rõ các mức loại trừ nhau hay cộng lại.", "It is not clear whether the cases exclude one another or add up."), new LocalText("Đối chiếu với văn bản.", "Compare with the text."));
        if (entries.Count(e => RangeReader.All(draft.Tokens, e.Label).Any(r => r.Percent)) > 1 || Cases(draft, entries).Count(c => c is { Kind: CaseKind.Share or CaseKind.Count or CaseKind.Rank, AtHead: true } or { Kind: CaseKind.Growth or CaseKind.Change }) > 1)
            draft.Doubts.Add(0.7m, new LocalText("Các mức có con số nhưng không tạo thành một thang.", "The cases hold numbers but form no scale."), new LocalText("Đối chiếu các cận với văn bản.", "Compare the bounds with the text."));
        var options = entries.Select((e, i) => new ChoiceOption(Key(i, entries.Count), Label(draft, e), RuleDraft.Resolve(e.Points, max)!.Value)).ToList();
        return new Choice { Fact = draft.Name("choice"), Label = heading is null ? null : FigureWords.Sentence(heading), Options = options };
    }

    /// <summary>A content stated once with its points: they are earned when it holds, else none are.</summary>
    public static Rule? Single(RuleDraft draft, Entry entry, decimal? max)
    {
        if (RuleDraft.Resolve(entry.Points, max) is not { } points) return null;
        var label = draft.Ledger.Text(entry.Label);
        var item = CaseReader.Read(draft.Tokens, draft.Ledger, entry.Label);
        draft.Book(entry.Label, "label");
        draft.Book(entry.Points.At, "max");
        if (item is { Kind: CaseKind.Share or CaseKind.Count or CaseKind.Nothing or CaseKind.Growth or CaseKind.Change, AtHead: true, Values: { } values })
            return MeasureRules.Threshold(draft, item, values, label, points);
        if (Undecided(label) && draft.Surveyed)
        {
            var result = new FactDefinition { Name = draft.Name("a"), Label = FigureWords.Sentence(label), Type = FactType.Percent, Provenance = FactProvenance.Survey };
            return new SurveyResult { Survey = "Điều tra xã hội học", Result = result };
        }

        if (Undecided(label))
        {
            draft.Doubts.Add(0.4m,
                new LocalText($"“{label}”: văn bản chỉ cho điểm tối đa, không nói cách chia điểm.", $"“{label}”: the text gives the most points but not how they are earned."),
                new LocalText("Lấy cách chấm từ hướng dẫn hoặc nhập tay.", "Take the method from the guidance or enter it by hand."));
            return new Manual { Because = $"Văn bản không nói cách chấm: {label}" };
        }

        draft.Doubts.Add(0.98m,
            new LocalText($"“{label}”: không đạt thì 0 điểm là suy ra, văn bản không ghi.", $"“{label}”: no points otherwise is inferred; the text does not say so."),
            new LocalText("Xác nhận mức 0 điểm.", "Confirm the case of no points."));
        return new Choice
        {
            Fact = draft.Name("choice"),
            Options = [new ChoiceOption("yes", FigureWords.Sentence(label), points), new ChoiceOption("no", "Không đạt nội dung trên", 0)],
        };
    }

    /// <summary>"Mức độ …", "Tính kịp thời …": a quantity or quality without a scale is no yes or no.</summary>
    public static bool Undecided(string label)
    {
        var folded = VietnameseText.Fold(label);
        return Array.Exists(Degrees, d => folded.StartsWith(d, StringComparison.Ordinal));
    }

    private static string Key(int index, int count) => count == 2 ? index == 0 ? "yes" : "no" : $"level{index + 1}";

    private static string Label(RuleDraft draft, Entry entry)
    {
        var body = draft.Tokens.Trim(entry.Label);
        while (draft.Tokens.AfterAny(body.From, ["nếu", "trường hợp"]) is { } next && next < body.To) body = new Span(next, body.To);
        return FigureWords.Sentence(draft.Ledger.Text(body));
    }

    private static void Book(RuleDraft draft, IReadOnlyList<Entry> entries, string part)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            draft.Book(entries[i].Label, $"{part}[{i}]");
            draft.Book(entries[i].Points.At, $"{part}[{i}].points");
        }
    }
}
