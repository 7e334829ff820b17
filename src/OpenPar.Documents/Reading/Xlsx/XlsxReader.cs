using System.Xml;
using OpenPar.Documents.Reading.Package;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Xlsx;

/// <summary>Reads a workbook sheet by sheet: values as Excel last computed and would show them; formulas are not computed.</summary>
internal static class XlsxReader
{
    private const int Sheets = 255;

    private sealed record Sheet(string Name, string Part, bool Hidden);

    public static void Read(OpenPackage package, string part, DocumentDraft draft)
    {
        foreach (var (cells, hidden) in Cells(package, part, draft))
        {
            if (hidden && cells.Any) draft.Findings.Add(DocumentFindings.Hidden($"{draft.File}, trang tính {cells.Name}", $"Trang tính “{cells.Name}”"));
            SheetLayout.Lay(cells, hidden, draft);
        }
    }

    /// <summary>The cells of each sheet in order of the workbook, and whether it is hidden.</summary>
    public static IEnumerable<(XlsxSheet Cells, bool Hidden)> Cells(OpenPackage package, string part, DocumentDraft draft)
    {
        draft.Kind = SourceKind.Excel;
        var relations = Relationships.Of(package, part);
        relations.Report(draft);
        var date1904 = false;
        var sheets = new List<Sheet>();
        using (var reader = package.Xml(part))
        {
            while (reader?.Read() == true)
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.LocalName == "workbookPr") date1904 = reader.Attribute("date1904") is "1" or "true";
                else if (reader.LocalName == "sheet" && sheets.Count < Sheets && relations.ById(Id(reader)) is { } sheet && package.Has(sheet))
                    sheets.Add(new Sheet(reader.Attribute("name") ?? string.Empty, sheet, reader.Attribute("state") is "hidden" or "veryHidden"));
            }
        }

        var styles = XlsxStyles.Read(package, relations.Part("styles"), date1904);
        var texts = SharedText.ReadAll(package, relations.Part("sharedStrings"));
        foreach (var sheet in sheets)
        {
            var cells = new XlsxSheet(sheet.Name, styles, texts, draft);
            using (var reader = package.Xml(sheet.Part)) if (reader is not null) cells.Read(reader);
            yield return (cells, sheet.Hidden);
        }
    }

    // The attribute is r:id; the sheet's own number is sheetId.
    private static string? Id(XmlReader reader) => reader.Attribute("id");
}
