using System.Text;
using System.Xml.Linq;
using OpenPar.Documents.Reading.Package;

namespace OpenPar.Documents.Reading.Docx;

/// <summary>One level of a list: where it starts, how its number is written, when it starts anew.</summary>
internal sealed record ListLevel(int Start, string Format, string Text, int? RestartAfter, bool Legal, string Suffix, string? Style, string? Font)
{
    public static ListLevel Read(XElement level) => new(
        level.Child("start").Number("val") ?? 0,
        level.Child("numFmt").Value("val") ?? "decimal",
        level.Child("lvlText").Value("val") ?? string.Empty,
        level.Child("lvlRestart").Number("val"),
        level.IsOn("isLgl"),
        level.Child("suff").Value("val") ?? "tab",
        level.Child("pStyle").Value("val"),
        DocxStyles.Font(level.Child("rPr").Child("rFonts")));
}

/// <summary>
/// The numbers Word generates. Lists that share one definition count on together; an instance with a start of its own
/// begins there the first time it is used.
/// </summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, ListLevel?[]> definitions = [];
    private readonly Dictionary<int, string> styleLinks = [];
    private readonly Dictionary<string, int> linkedStyles = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Instance> instances = [];
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<(int, int)> begun = [];

    public static DocxNumbering Read(OpenPackage package, string? part)
    {
        var numbering = new DocxNumbering();
        using var reader = package.Xml(part);
        if (reader is null) return numbering;
        reader.MoveToContent();
        reader.Children(name =>
        {
            if (name == "abstractNum") numbering.Define(reader.Tree(5_000, out _));
            else if (name == "num") numbering.Use(reader.Tree(5_000, out _));
            else reader.Skip();
        });
        return numbering;
    }

    /// <summary>The level a paragraph style is bound to in a list, or null.</summary>
    public int? LevelOf(int list, string? style)
    {
        if (style is null || !instances.TryGetValue(list, out var instance) || Definition(instance.Definition) is not { } levels) return null;
        var level = Array.FindIndex(levels, each => each?.Style == style);
        return level < 0 ? null : level;
    }

    /// <summary>Counts a paragraph and gives the number before it, with the blank that parts them; empty where the list shows none.</summary>
    public string Next(int list, int level)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        if (list == 0 || !instances.TryGetValue(list, out var instance) || Definition(instance.Definition) is null) return string.Empty;
        if (LevelAt(instance, level) is not { } here) return string.Empty;
        var counter = counters.TryGetValue(instance.Definition, out var known) ? known : counters[instance.Definition] = new int?[Levels];
        if (instance.Starts[level] is { } start && begun.Add((list, level))) counter[level] = start;
        else counter[level] = counter[level] is { } last ? (last < int.MaxValue ? last + 1 : last) : here.Start;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            // A level starts anew after any level above it, after a named one, or never (0).
            var restart = LevelAt(instance, deeper)?.RestartAfter;
            if (restart is null || (restart > 0 && level < restart)) counter[deeper] = null;
        }

        var number = Written(instance, counter, here);
        return number.Length == 0 ? number : here.Suffix == "nothing" ? number : number + " ";
    }

    private string Written(Instance instance, int?[] counter, ListLevel here)
    {
        if (here.Format == "bullet") return DocxSymbols.Bullet(here.Text, here.Font);
        var text = new StringBuilder();
        for (var i = 0; i < here.Text.Length; i++)
        {
            if (here.Text[i] != '%' || i + 1 >= here.Text.Length || here.Text[i + 1] is < '1' or > '9')
            {
                text.Append(here.Text[i]);
                continue;
            }

            var level = here.Text[++i] - '1';
            if (LevelAt(instance, level) is not { } shown) continue;
            counter[level] ??= instance.Starts[level] ?? shown.Start;
            text.Append(NumberWord.Of(counter[level]!.Value, here.Legal ? "decimal" : shown.Format));
        }

        return text.ToString();
    }

    private ListLevel? LevelAt(Instance instance, int level) => instance.Own[level] ?? Definition(instance.Definition)?[level];

    // A definition may only point at the list of a style.
    private ListLevel?[]? Definition(int id)
    {
        if (styleLinks.TryGetValue(id, out var style) && linkedStyles.TryGetValue(style, out var other)) id = other;
        return definitions.GetValueOrDefault(id);
    }

    private void Define(XElement element)
    {
        if (element.Number("abstractNumId") is not { } id || definitions.Count >= ReadingLimits.PackageEntries) return;
        if (element.Child("numStyleLink").Value("val") is { } link) styleLinks.TryAdd(id, link);
        if (element.Child("styleLink").Value("val") is { } style) linkedStyles.TryAdd(style, id);
        var levels = new ListLevel?[Levels];
        foreach (var level in element.Elements().Where(child => child.Name.LocalName == "lvl"))
        {
            if (level.Number("ilvl") is >= 0 and < Levels and var at) levels[at] ??= ListLevel.Read(level);
        }

        definitions.TryAdd(id, levels);
    }

    private void Use(XElement element)
    {
        if (element.Number("numId") is not { } id || element.Child("abstractNumId").Number("val") is not { } definition) return;
        if (instances.Count >= ReadingLimits.PackageEntries) return;
        var instance = new Instance(definition, new int?[Levels], new ListLevel?[Levels]);
        foreach (var over in element.Elements().Where(child => child.Name.LocalName == "lvlOverride"))
        {
            if (over.Number("ilvl") is not (>= 0 and < Levels and var at)) continue;
            instance.Starts[at] = over.Child("startOverride").Number("val");
            if (over.Child("lvl") is { } level) instance.Own[at] = ListLevel.Read(level);
        }

        instances.TryAdd(id, instance);
    }

    /// <summary>A list in use: its definition, and where it differs from it.</summary>
    private sealed record Instance(int Definition, int?[] Starts, ListLevel?[] Own);
}
