using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Builds rules over lists and over the groups of a survey.</summary>
internal static class ListRules
{
    public static Rule? Build(RuleDraft draft, Section section, decimal? max)
    {
        var entries = section.Entries.FindAll(e => !Empty(draft, e.Label));
        var conditions = section.Conditions.FindAll(c => !Empty(draft, c.When));
        if (!Scaled(draft, section.Formula, entries, conditions, max, out var scale)) return null;
        return section.Notice switch
        {
            ItemsNotice items => Items(draft, items, scale, Zero(draft, section)),
            CoverageNotice coverage => Covered(draft, coverage, section.Versions, scale),
            _ => null,
        };
    }

    /// <summary>The worth of the answers, group by group.</summary>
    public static SurveyResult Surveyed(RuleDraft draft, Section section)
    {
        var groups = new List<SurveyGroup>();
        var named = 0;
        foreach (var notice in section.Groups)
        {
            draft.Book(notice.At, $"groups[{groups.Count}]");
            var options = notice.Answers.Select(a => new SurveyOption(new FactDefinition { Name = draft.Name($"p{++named}"), Label = FigureWords.Sentence(draft.Ledger.Text(a.Label)) }, a.Percent)).ToList();
            groups.Add(new SurveyGroup(draft.Ledger.Text(notice.Label), options, notice.Weight, notice.Sample));
        }

        if (section.Reversed is { } reversed) draft.Book(reversed.At, "reversed");
        return new SurveyResult { Survey = draft.Ledger.Text(section.Groups[0].Survey), Groups = groups, Reversed = section.Reversed is not null };
    }

    private static ItemRatio Items(RuleDraft draft, ItemsNotice notice, RateScale? scale, ZeroDenominator zero)
    {
        draft.Book(notice.At, "conditions");
        var columns = new List<FactColumn>();
        var conditions = notice.Conditions.Select(c => new ItemCondition(Column(draft, columns, c.Left), c.Is, c.Value is null ? Column(draft, columns, c.Right) : null, c.Value)).ToList();
        return new ItemRatio { List = List(draft, notice.List) with { Columns = columns }, Conditions = conditions, Scale = scale, WhenZero = zero };
    }

    private static string Column(RuleDraft draft, List<FactColumn> columns, Span words)
    {
        var label = FigureWords.Sentence(draft.Ledger.Text(words));
        if (columns.Find(c => c.Label == label) is { } known) return known.Name;
        columns.Add(new FactColumn($"c{columns.Count + 1}", label));
        return columns[^1].Name;
    }

    private static Coverage Covered(RuleDraft draft, CoverageNotice notice, List<VersionNotice> versions, RateScale? scale)
    {
        draft.Book(notice.At, "reference");
        foreach (var version in versions) draft.Book(version.At, "reference.versions");
        return new Coverage
        {
            List = List(draft, notice.List),
            Reference = new ReferenceList(draft.Ledger.Text(notice.Name), [.. versions.Select(v => new ReferenceVersion(v.From, [.. v.Items.Select(draft.Ledger.Text)], v.Source.Length > 0 ? draft.Ledger.Text(v.Source) : null))]),
            AsOf = notice.AsOf,
            Scale = scale,
        };
    }

    private static FactDefinition List(RuleDraft draft, Span words) => new() { Name = draft.Name("a"), Label = FigureWords.Sentence(draft.Ledger.Text(words)), Type = FactType.List };

    private static bool Empty(RuleDraft draft, Span when) => draft.Tokens.Has(when, "không có mục nào");

    private static ZeroDenominator Zero(RuleDraft draft, Section section)
    {
        foreach (var (at, when, points) in section.Entries.Select(e => (e.At, e.Label, e.Points)).Concat(section.Conditions.Select(c => (c.At, c.When, c.Outcome))))
        {
            if (!Empty(draft, when)) continue;
            draft.Book(at, "whenZero");
            return points.Kind == PointsKind.ShareOfMax ? ZeroDenominator.FullPoints : ZeroDenominator.NoPoints;
        }

        return ZeroDenominator.Unstated;
    }

    /// <summary>How the share becomes points; false when the text says it in a way no scale has.</summary>
    private static bool Scaled(RuleDraft draft, Formula? formula, List<Entry> entries, List<Condition> conditions, decimal? max, out RateScale? scale)
    {
        scale = null;
        if (formula is null) return Banded(draft, entries, max, out scale);
        if (entries.Count > 0 || formula is not { Slope: null, Hundredth: false, Value.Terms: [{ Key: { Top.Length: > 0, Bottom.Length: 0, Max: true }, Value: 1 }] }) return false;
        draft.Book(formula.At, "scale");
        foreach (var (at, when, outcome) in conditions.Select(c => (c.At, c.When, c.Outcome)))
        {
            if (RangeReader.All(draft.Tokens, when) is not [{ Percent: true, Values: var values }]) return false;
            switch (outcome, values)
            {
                case ({ Kind: PointsKind.Points, Value: 0 }, { From: null, To: { } to, ToOpen: true }):
                    scale = (scale ?? new RateScale()) with { ZeroBelow = to / 100 };
                    break;
                case ({ Kind: PointsKind.ShareOfMax, Value: 1 }, { From: { } from, FromOpen: false, To: null }):
                    scale = (scale ?? new RateScale()) with { FullFrom = from / 100 };
                    break;
                default:
                    return false;
            }

            draft.Book(at, "scale");
        }

        return true;
    }

    private static bool Banded(RuleDraft draft, List<Entry> entries, decimal? max, out RateScale? scale)
    {
        var bands = new List<Band>();
        scale = new RateScale(bands);
        foreach (var entry in entries)
        {
            if (RangeReader.All(draft.Tokens, entry.Label) is not [{ Percent: true } range] || RuleDraft.Resolve(entry.Points, max) is not { } points) return false;
            draft.Book(entry.At, $"scale.bands[{bands.Count}]");
            bands.Add(range.Values with { Points = points, Label = draft.Ledger.Text(entry.Label) });
        }

        return bands.Count > 0;
    }
}
