using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Package;

/// <summary>One relationship of a part: what it is, where it leads, and whether that is outside the package.</summary>
internal sealed record Relationship(string Id, string Type, string Target, bool Outside);

/// <summary>The relationships of one part, by the last word of their type ("numbering", "worksheet").</summary>
internal sealed class Relationships
{
    private readonly List<Relationship> all = [];

    private Relationships()
    {
    }

    /// <summary>Relationships of a part; of the package itself where the part is empty.</summary>
    public static Relationships Of(OpenPackage package, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        var result = new Relationships();
        using var reader = package.Xml($"{folder}_rels/{part[slash..]}.rels");
        while (reader?.Read() == true)
        {
            if (reader is not { NodeType: System.Xml.XmlNodeType.Element, LocalName: "Relationship" } || result.all.Count >= ReadingLimits.PackageEntries) continue;
            var target = reader.Attribute("Target") ?? string.Empty;
            var outside = reader.Attribute("TargetMode") == "External";
            var type = reader.Attribute("Type") ?? string.Empty;
            result.all.Add(new Relationship(reader.Attribute("Id") ?? string.Empty, type[(type.LastIndexOf('/') + 1)..], outside ? target : Path(folder, target), outside));
        }

        return result;
    }

    /// <summary>The part of a kind, or null.</summary>
    public string? Part(string type) => all.Find(r => r.Type == type && !r.Outside)?.Target;

    public string? ById(string? id) => all.Find(r => r.Id == id && !r.Outside)?.Target;

    /// <summary>Says that outside things the document asks for are left alone; links a reader clicks on are no such things.</summary>
    public void Report(DocumentDraft draft)
    {
        foreach (var outside in all.Where(r => r.Outside && r.Type != "hyperlink"))
            draft.Once("outside" + outside.Target, () => DocumentFindings.Outside(draft.File, outside.Target));
    }

    private static string Path(string folder, string target)
    {
        if (target.StartsWith('/')) return target.TrimStart('/');
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (step is not (".." or "." or "")) parts.Add(step);
        }

        return string.Join('/', parts);
    }
}
