using System.IO.Compression;
using System.Xml;
using OpenPar.Core.Findings;

namespace OpenPar.Documents.Writing.Templates;

/// <summary>
/// Looks into an uploaded Word file before anything opens it: size, bombs, macros, embedded objects, links to outside,
/// broken or too deep XML. Reads with bounds and never more than that.
/// </summary>
internal sealed class TemplatePackage(string file)
{
    public const int LargestFile = 5 * 1024 * 1024;
    private const long LargestContent = 40L * 1024 * 1024;
    private const int MostEntries = 500;
    private const int DeepestXml = 200;
    private readonly List<Finding> findings = [];

    /// <summary>Everything that keeps the file from being used, and what a person should look at.</summary>
    public IReadOnlyList<Finding> Check(byte[] content)
    {
        if (content.Length == 0) return [TemplateFindings.Empty(file)];
        if (content.Length > LargestFile) return [TemplateFindings.TooLarge(file)];
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return [TemplateFindings.OldOrLocked(file)];
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            CheckEntries(archive);
        }
        catch (InvalidDataException)
        {
            findings.Add(TemplateFindings.NotWord(file));
        }

        return findings;
    }

    private void CheckEntries(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => entry.Length) > LargestContent)
        {
            findings.Add(TemplateFindings.Bomb(file));
            return;
        }

        if (archive.GetEntry("word/document.xml") is null) findings.Add(TemplateFindings.NotWord(file));
        var room = LargestContent;
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            if (!Copy(entry, content, ref room))
            {
                // What an entry says of its own length need not be true.
                findings.Add(TemplateFindings.Bomb(file));
                return;
            }

            CheckEntry(entry.FullName, content);
        }
    }

    private static bool Copy(ZipArchiveEntry entry, MemoryStream to, ref long room)
    {
        using var from = entry.Open();
        var buffer = new byte[81_920];
        int read;
        while ((read = from.Read(buffer)) > 0)
        {
            room -= read;
            if (room < 0) return false;
            to.Write(buffer, 0, read);
        }

        to.Position = 0;
        return true;
    }

    private void CheckEntry(string name, MemoryStream content)
    {
        var lower = name.ToLowerInvariant();
        if (lower.Contains("vbaproject", StringComparison.Ordinal) || lower.Contains("vbadata", StringComparison.Ordinal)) findings.Add(TemplateFindings.Macros(file, name));
        else if (lower.Contains("/embeddings/", StringComparison.Ordinal) || lower.Contains("/activex/", StringComparison.Ordinal)) findings.Add(TemplateFindings.Embedded(file, name));
        if (!lower.EndsWith(".xml", StringComparison.Ordinal) && !lower.EndsWith(".rels", StringComparison.Ordinal)) return;
        try
        {
            CheckXml(name, content);
        }
        catch (XmlException problem)
        {
            findings.Add(TemplateFindings.BrokenXml(file, name, problem.LineNumber));
        }
    }

    private void CheckXml(string name, MemoryStream content)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var xml = XmlReader.Create(content, settings);
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
