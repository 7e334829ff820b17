using System.Xml;
using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Package;

namespace OpenPar.Documents.Writing.Templates;

/// <summary>
/// Looks into an uploaded Word file before anything else opens it: size, bombs, macros, embedded objects, links to outside,
/// broken or too deep XML. Reads with bounds and never more than that.
/// </summary>
internal sealed class TemplatePackage(string file)
{
    public const int LargestFile = 5 * 1024 * 1024;
    private const int DeepestXml = 200;
    private static readonly PackageLimits Limits = new(500, 40L * 1024 * 1024, 40L * 1024 * 1024);
    private readonly List<Finding> findings = [];

    /// <summary>Everything that keeps the file from being used, and what a person should look at.</summary>
    public IReadOnlyList<Finding> Check(byte[] content)
    {
        if (content.Length == 0) return [TemplateFindings.Empty(file)];
        if (content.Length > LargestFile) return [TemplateFindings.TooLarge(file)];
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return [TemplateFindings.OldOrLocked(file)];
        using var bytes = new MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true);
        using var package = OpenPackage.Open(bytes, Limits, out var fault);
        if (package is null) return [Why(fault)];
        try
        {
            if (package.Ambiguous || !package.Has("word/document.xml")) findings.Add(TemplateFindings.NotWord(file));
            foreach (var part in package.Names.TakeWhile(_ => !package.Exceeded)) CheckPart(part, package);
        }
        catch (InvalidDataException)
        {
            findings.Add(TemplateFindings.NotWord(file));
        }

        return package.Exceeded ? [TemplateFindings.Bomb(file)] : findings;
    }

    private Finding Why(PackageFault fault) => fault switch
    {
        PackageFault.TooManyEntries => TemplateFindings.Bomb(file),
        PackageFault.Protected => TemplateFindings.OldOrLocked(file),
        _ => TemplateFindings.NotWord(file),
    };

    private void CheckPart(string name, OpenPackage package)
    {
        var lower = name.ToLowerInvariant();
        if (lower.Contains("vbaproject", StringComparison.Ordinal) || lower.Contains("vbadata", StringComparison.Ordinal)) findings.Add(TemplateFindings.Macros(file, name));
        else if (lower.Contains("/embeddings/", StringComparison.Ordinal) || lower.Contains("/activex/", StringComparison.Ordinal)) findings.Add(TemplateFindings.Embedded(file, name));
        if (!lower.EndsWith(".xml", StringComparison.Ordinal) && !lower.EndsWith(".rels", StringComparison.Ordinal))
        {
            package.Measure(name);
            return;
        }

        try
        {
            using var xml = package.Xml(name);
            if (xml is not null) CheckXml(name, xml);
        }
        catch (XmlException problem)
        {
            // A part that was cut at the bound ends in the middle; that it was cut is what is said.
            if (!package.Exceeded) findings.Add(TemplateFindings.BrokenXml(file, name, problem.LineNumber));
        }
    }

    private void CheckXml(string name, XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.Depth > DeepestXml)
            {
                findings.Add(TemplateFindings.TooDeep(file, name));
                return;
            }

            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "Relationship") CheckLink(xml.GetAttribute("Type") ?? "", xml.GetAttribute("TargetMode"), xml.GetAttribute("Target") ?? "");
            if (xml.LocalName == "altChunk") findings.Add(TemplateFindings.Embedded(file, name));
            if (xml.LocalName is "Override" or "Default" && (xml.GetAttribute("ContentType") ?? "").Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
                findings.Add(TemplateFindings.Macros(file, name));
        }
    }

    private void CheckLink(string type, string? mode, string target)
    {
        if (!string.Equals(mode, "External", StringComparison.OrdinalIgnoreCase)) return;
        findings.Add(type.EndsWith("/hyperlink", StringComparison.Ordinal) ? TemplateFindings.Hyperlink(file, target) : TemplateFindings.External(file, target));
    }
}
