using System.Xml;
using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Docx;
using OpenPar.Documents.Reading.Tables;
using OpenPar.Documents.Reading.Xlsx;

namespace OpenPar.Documents.Reading.Package;

/// <summary>Reads a package by what its main part is, and turns everything that can be broken in one into findings.</summary>
internal static class PackageReader
{
    public static SourceDocument Read(MemoryStream bytes, DocumentDraft draft)
    {
        Read(bytes, draft, package => Parts(package, draft));
        return draft.Done();
    }

    /// <summary>Opens the package for <paramref name="take"/>; what is broken in it becomes a finding of the draft.</summary>
    public static void Read(MemoryStream bytes, DocumentDraft draft, Action<OpenPackage> take)
    {
        using var package = OpenPackage.Open(bytes, PackageLimits.Reading, out var fault);
        if (package is null)
        {
            draft.Findings.Add(Why(fault, draft.File));
            return;
        }

        try
        {
            take(package);
        }
        catch (XmlException) when (package.Exceeded)
        {
            // The part was cut at the bound; the finding below says so.
        }
        catch (XmlException error)
        {
            draft.Findings.Add(error.Message.Contains("DTD", StringComparison.Ordinal)
                ? DocumentFindings.Entities(draft.File, package.Current) : DocumentFindings.BrokenPart(draft.File, package.Current));
        }
        catch (InvalidDataException)
        {
            draft.Findings.Add(DocumentFindings.BrokenPart(draft.File, package.Current));
        }

        if (package.Exceeded) draft.Findings.Add(DocumentFindings.PackageTooLarge(draft.File));
    }

    /// <summary>The workbook of a package; null when it holds none.</summary>
    public static string? Workbook(OpenPackage package)
    {
        var main = Relationships.Of(package, string.Empty).Part("officeDocument");
        if (main is null || !package.Has(main)) main = "xl/workbook.xml";
        return package.Has(main) && Root(package, main) == "workbook" ? main : null;
    }

    private static Finding Why(PackageFault fault, string file) => fault switch
    {
        PackageFault.TooManyEntries => DocumentFindings.PackageTooLarge(file),
        PackageFault.Protected => DocumentFindings.Protected(file),
        _ => DocumentFindings.BrokenPackage(file),
    };

    private static void Parts(OpenPackage package, DocumentDraft draft)
    {
        var main = Relationships.Of(package, string.Empty).Part("officeDocument");
        if (main is null || !package.Has(main)) main = package.Names.FirstOrDefault(name => name is "word/document.xml" or "xl/workbook.xml");
        if (main is null)
        {
            draft.Findings.Add(DocumentFindings.OtherPackage(draft.File));
            return;
        }

        if (package.Names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) draft.Findings.Add(DocumentFindings.Macros(draft.File));
        switch (Root(package, main))
        {
            case "workbook": XlsxReader.Read(package, main, draft); break;
            case "document": DocxReader.Read(package, main, draft); break;
            default: if (!package.Exceeded) draft.Findings.Add(DocumentFindings.OtherPackage(draft.File)); break;
        }
    }

    private static string? Root(OpenPackage package, string part)
    {
        using var reader = package.Xml(part);
        return reader?.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;
    }
}
