namespace OpenPar.Core.Rules.Reading;

/// <summary>Groups the statements of a text into contents.</summary>
internal static class Sections
{
    private static readonly string[] LeadWords = ["nếu tỷ lệ", "nếu tỉ lệ", "tỷ lệ này", "tỷ lệ đạt", "nếu đạt", "trường hợp tỷ lệ", "kết quả", "cụ thể", "như sau", "trong đó"];

    /// <summary>The contents in order of the text.</summary>
    public static List<Section> Of(Tokens tokens, IReadOnlyList<Statement> statements, decimal? max)
    {
        var sections = new List<Section>();
        Section? current = null;
        for (var i = 0; i < statements.Count; i++)
        {
            var next = i + 1 < statements.Count ? statements[i + 1] : null;
            switch (statements[i])
            {
                case Heading heading when next is Heading or null or SumNotice:
                    // A title above titles, or above nothing, scores nothing by itself.
                    break;
                case Heading heading when current is { Share: not null, Bare: true } && tokens.AfterAny(heading.Label.From, LeadWords) is not null:
                    current.Asides.Add(heading.At);
                    break;
                case Heading heading:
                    current = Open(sections, new Section { Title = heading.Label });
                    break;
                case Entry entry when current?.Formula is { } formula && Conditions.Is(tokens, formula, entry, max):
                    current.Conditions.Add(Conditions.Of(entry, max));
                    break;
                case Entry entry when Heads(entry, next):
                    current = Open(sections, new Section { Title = entry.Label, Head = entry });
                    break;
                case Entry { Bullet.Length: > 1 } numbered when current is not { Notice: null, Title: null, Formula: null, Steps.Count: 0, Measure: null } || numbered.Bullet[0] == '(':
                    Open(sections, new Section()).Entries.Add(numbered);
                    current = null;
                    break;
                case Entry entry:
                    if (current is null || current.Formula is not null) current = Open(sections, new Section());
                    current.Entries.Add(entry);
                    break;
                case Formula formula:
                    if (current is null || !current.Bare) current = Open(sections, new Section());
                    current.Formula = formula;
                    Before(tokens, sections, current, formula, max);
                    break;
                case ShareNotice share:
                    if (current is null || !current.Bare) current = Open(sections, new Section());
                    current.Share = share;
                    break;
                case ListNotice list:
                    if (current is null || !current.Bare) current = Open(sections, new Section());
                    current.List = list;
                    break;
                case PerStep step:
                    current ??= Open(sections, new Section());
                    current.Steps.Add(step);
                    break;
                case MeasureNotice measure:
                    if (current is null || !current.Bare) current = Open(sections, new Section());
                    current.Measure = measure;
                    break;
                case Limit limit:
                    current?.Limits.Add(limit);
                    break;
                case IndexNotice index when current is not null:
                    current.Index = index;
                    break;
                case ByHandNotice byHand:
                    if (current is null || !current.Bare) current = Open(sections, new Section());
                    current.ByHand = byHand;
                    break;
                case VersionNotice version when current is not null:
                    current.Versions.Add(version);
                    break;
                case GroupNotice group:
                    if (current is null || !(current.Bare || current.Groups.Count > 0)) current = Open(sections, new Section());
                    current.Groups.Add(group);
                    break;
                case ReversedNotice reversed when current is { Groups.Count: > 0 }:
                    current.Reversed = reversed;
                    break;
                case DeadlineNotice or RankNotice or SpreadNotice or ItemsNotice or CoverageNotice:
                    if (current is null || !current.Bare || current.Notice is not null) current = Open(sections, new Section());
                    current.Notice = statements[i];
                    break;
                case ExcusedNotice excused when current is not null:
                    current.Excused = excused;
                    break;
                case SurveyNotice survey:
                    if (current is null || !current.Bare) current = Open(sections, new Section());
                    current.Survey = survey;
                    break;
                case GravestNotice:
                    if (current is null || !current.Bare) current = Open(sections, new Section());
                    current.Gravest = true;
                    break;
                default:
                    break;
            }
        }

        sections.RemoveAll(s => s.Bare);
        return Merged([.. sections.SelectMany(s => Runs.Split(tokens, s, sections.Count > 1, max))]);
    }

    /// <summary>"Hoàn thành 100%: 2 điểm; từ 80% đến dưới 100%: điểm = tỷ lệ × 2": what stands before a formula may say when it holds.</summary>
    private static void Before(Tokens tokens, List<Section> sections, Section current, Formula formula, decimal? max)
    {
        if (current.Title is { } title && Ranged(tokens, title)) (current.Range, current.Title) = (title, null);
        if (current.Title is not null || sections.Count < 2 || sections[^1] != current) return;
        var before = sections[^2];
        if (before is { Title: null, Formula: null, Steps.Count: 0, Measure: null, Notice: null } && before.Entries.Count > 0 && before.Entries.TrueForAll(e => Conditions.Is(tokens, formula, e, max) && Whole(tokens, e)))
        {
            current.Conditions.AddRange(before.Entries.Select(e => Conditions.Of(e, max)));
            current.Share ??= before.Share;
            sections.Remove(before);
        }
        else if (before.Bare && before.Share is { } share)
        {
            current.Share = share;
            current.Asides.AddRange(before.Asides);
        }
    }

    // A range and nothing counted beside it that the formula does not name.
    private static bool Ranged(Tokens tokens, Span title) => RangeReader.Rate(tokens, title) is { } range && range.At.From - CaseReader.Body(tokens, title).From < 4;

    private static bool Whole(Tokens tokens, Entry entry) => RangeReader.All(tokens, entry.Label).Count == 1;

    /// <summary>Numbered entries of which each stands alone are looked at together: they add up or exclude one another.</summary>
    private static List<Section> Merged(List<Section> sections)
    {
        if (sections.Count < 2 || !sections.TrueForAll(s => s is { Title: null, Entries.Count: 1, Formula: null, Steps.Count: 0, Measure: null })) return sections;
        foreach (var section in sections.Skip(1)) sections[0].Entries.AddRange(section.Entries);
        return [sections[0]];
    }

    /// <summary>Whether an entry is the title of what follows: a formula, a measure, steps, or cases marked below its number.</summary>
    private static bool Heads(Entry entry, Statement? next) =>
        entry.Points.Kind == PointsKind.Points
        && (next is Formula or MeasureNotice or GravestNotice or ByHandNotice or DeadlineNotice or RankNotice or SpreadNotice or SurveyNotice or ItemsNotice or CoverageNotice or GroupNotice || (entry.Bullet.Length > 1 && next is Entry { Bullet: "-" or "+" } or PerStep && entry.Bullet.Length > 1));

    private static Section Open(List<Section> sections, Section section)
    {
        sections.Add(section);
        return section;
    }
}
