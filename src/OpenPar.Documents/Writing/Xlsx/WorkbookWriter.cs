using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>Writes a workbook as an Excel file. The same workbook gives the same bytes.</summary>
public static class WorkbookWriter
{
    /// <summary>The MIME type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes the workbook. The stream need not be seekable and stays open.</summary>
    /// <exception cref="ArgumentException">The workbook has no sheet.</exception>
    public static void Write(Workbook workbook, Stream target)
    {
        if (workbook.Sheets.Count == 0) throw new ArgumentException("A workbook has at least one sheet.", nameof(workbook));
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var main = document.AddNewPart<WorkbookPart>(ContentType + ".main+xml", "rId1");
            var styles = new StyleTable();
            var names = CellName.Sheets(workbook.Sheets.Select(sheet => sheet.Name));
            for (var i = 0; i < workbook.Sheets.Count; i++)
                SheetWriter.Write(main.AddNewPart<WorksheetPart>($"rId{i + 1}"), workbook.Sheets[i], styles, selected: i == 0);
            main.AddNewPart<WorkbookStylesPart>($"rId{workbook.Sheets.Count + 1}").Stylesheet = styles.Build();
            main.Workbook = Contents(workbook.Sheets, names);
            workbook.Properties.WriteTo(document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId2"));
        }

        StablePackage.Copy(package, target);
    }

    private static S.Workbook Contents(IReadOnlyList<Sheet> sheets, IReadOnlyList<string> names)
    {
        var contents = new S.Workbook(
            new S.BookViews(new S.WorkbookView()),
            new S.Sheets(names.Select((name, i) => new S.Sheet { Name = name, SheetId = (uint)i + 1, Id = $"rId{i + 1}", State = sheets[i].Hidden ? S.SheetStateValues.Hidden : null })));
        // Excel wants the names in order of the alphabet: areas before titles.
        var defined = new S.DefinedNames();
        for (var i = 0; i < sheets.Count; i++)
        {
            if (!sheets[i].Hidden && sheets[i].Rows.Count > 0 && sheets[i].Widths.Count > 0) defined.Append(PrintArea(sheets[i], names[i], i));
        }

        for (var i = 0; i < sheets.Count; i++)
        {
            if (sheets[i].PrintTitles is { } titles)
                defined.Append(Defined("_xlnm.Print_Titles", i, $"{CellName.Quoted(names[i])}!${titles.First}:${titles.Last}"));
        }

        if (defined.HasChildren) contents.Append(defined);
        return contents;
    }

    private static S.DefinedName PrintArea(Sheet sheet, string name, int index) => Defined(
        "_xlnm.Print_Area", index, $"{CellName.Quoted(name)}!$A$1:${CellName.Column(sheet.Widths.Count)}${sheet.Rows.Count}");

    private static S.DefinedName Defined(string name, int sheet, string reference) => new(reference) { Name = name, LocalSheetId = (uint)sheet };
}
