namespace OpenPar.Core.Rules.Reading;

/// <summary>Groups the statements of a text into contents.</summary>
internal static class Sections
{
    /// <summary>The contents in order of the text.</summary>
    public static List<Section> Of(Tokens tokens, IReadOnlyList<Statement> statements)
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
                case Heading heading:
                    current = Open(sections, new Section { Title = heading.Label });
                    break;
                case Entry entry when current?.Formula is { } formula && Conditions.Is(tokens, formula, entry):
                    current.Conditions.Add(new Condition(entry.At, entry.Label, entry.Points));
                    break;
                case Entry entry when next is Formula or MeasureNotice or GravestNotice && entry.Points.Kind == PointsKind.Points:
                    current = Open(sections, new Section { Title = entry.Label, Head = entry });
                    break;
                case Entry entry:
                    if (current is null || current.Formula is not null) current = Open(sections, new Section());
                    current.Entries.Add(entry);
                    break;
                case Formula formula:
                    if (current is null || !current.Bare) current = Open(sections, new Section());
                    current.Formula = formula;
                    break;
                case PerStep step:
                    current ??= Open(sections, new Section());
                    current.Steps.Add(step);
                    break;
                case MeasureNotice measure:
                    if (current is null || !current.Bare) current = Open(sections, new Section());
                    current.Measure = measure;
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
        return [.. sections.SelectMany(s => Runs.Split(tokens, s, sections.Count > 1))];
    }

    private static Section Open(List<Section> sections, Section section)
    {
        sections.Add(section);
        return section;
    }
}
