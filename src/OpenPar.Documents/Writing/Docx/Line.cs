using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>How a paragraph stands between its edges.</summary>
public enum HorizontalAlign
{
    /// <summary>As the style of the place says.</summary>
    Inherit,

    /// <summary>At the left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right edge.</summary>
    Right,

    /// <summary>At both edges.</summary>
    Justify,
}

/// <summary>One paragraph of text in one look. Line breaks inside the text are kept.</summary>
/// <param name="Text">The text; anything XML cannot hold is dropped.</param>
public sealed record Line(string Text)
{
    /// <summary>Bold.</summary>
    public bool Bold { get; init; }

    /// <summary>Italic.</summary>
    public bool Italic { get; init; }

    /// <summary>Size in points; null takes the size of the style.</summary>
    public decimal? Points { get; init; }

    /// <summary>Where it stands.</summary>
    public HorizontalAlign Align { get; init; }

    /// <summary>Room above in twips; null takes the style's.</summary>
    public int? Before { get; init; }

    /// <summary>Room below in twips; null takes the style's.</summary>
    public int? After { get; init; }

    /// <summary>Stays on the page of the next paragraph or table row.</summary>
    public bool KeepNext { get; init; }

    /// <summary>Colour as six hexadecimal digits; null is black. Official text is black: only marks have a colour.</summary>
    internal string? Color { get; init; }

    internal Paragraph ToParagraph(string style)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (KeepNext) properties.Append(new KeepNext());
        if (Before is not null || After is not null)
            properties.Append(Spacing());
        if (Align != HorizontalAlign.Inherit) properties.Append(new Justification { Val = Justified(Align) });
        var paragraph = new Paragraph(properties);
        var lines = PaperText.Lines(Text);
        if (lines.Count > 0) paragraph.Append(ToRun(lines));
        return paragraph;
    }

    internal Run ToRun(IReadOnlyList<string> lines)
    {
        var run = new Run();
        var look = Look();
        if (look.HasChildren) run.Append(look);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    internal RunProperties Look()
    {
        var look = new RunProperties();
        if (Bold) look.Append(new Bold(), new BoldComplexScript());
        if (Italic) look.Append(new Italic(), new ItalicComplexScript());
        if (Color is not null) look.Append(new Color { Val = Color });
        if (Points is { } size)
        {
            var half = ((int)(size * 2)).ToString(CultureInfo.InvariantCulture);
            look.Append(new FontSize { Val = half }, new FontSizeComplexScript { Val = half });
        }

        return look;
    }

    internal static JustificationValues Justified(HorizontalAlign align) => align switch
    {
        HorizontalAlign.Center => JustificationValues.Center,
        HorizontalAlign.Right => JustificationValues.Right,
        HorizontalAlign.Justify => JustificationValues.Both,
        _ => JustificationValues.Left,
    };

    // Assigning null would write an empty attribute, which is not valid.
    private SpacingBetweenLines Spacing()
    {
        var spacing = new SpacingBetweenLines();
        if (Before is { } before) spacing.Before = before.ToString(CultureInfo.InvariantCulture);
        if (After is { } after) spacing.After = after.ToString(CultureInfo.InvariantCulture);
        return spacing;
    }
}
