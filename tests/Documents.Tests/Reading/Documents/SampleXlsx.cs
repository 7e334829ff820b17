using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>Small workbooks, their parts written as Excel writes them.</summary>
internal static class SampleXlsx
{
    private const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    /// <summary>A workbook of sheets given as the XML inside their root.</summary>
    public static byte[] Of(IReadOnlyList<(string Name, string State, string Xml)> sheets, string? shared = null, string? styles = null)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var list = new StringBuilder();
            for (var i = 0; i < sheets.Count; i++)
            {
                Feed(book.AddNewPart<WorksheetPart>($"rId{i + 1}"), $"<worksheet {Space}>{sheets[i].Xml}</worksheet>");
                list.Append(System.Globalization.CultureInfo.InvariantCulture, $"<sheet name=\"{sheets[i].Name}\" sheetId=\"{i + 1}\" state=\"{sheets[i].State}\" r:id=\"rId{i + 1}\"/>");
            }

            Feed(book, $"<workbook {Space}><sheets>{list}</sheets></workbook>");
            if (shared is not null) Feed(book.AddNewPart<SharedStringTablePart>("rId90"), $"<sst {Space}>{shared}</sst>");
            if (styles is not null) Feed(book.AddNewPart<WorkbookStylesPart>("rId91"), $"<styleSheet {Space}>{styles}</styleSheet>");
        }

        return stream.ToArray();
    }

    public static byte[] Of(string data, string after = "", string before = "", string? shared = null, string? styles = null) =>
        Of([("Phụ lục", "visible", $"{before}<sheetData>{data}</sheetData>{after}")], shared, styles);

    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    public static string Text(string place, string text) => $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";

    public static string Number(string place, string value, int style = 0) => $"<c r=\"{place}\" s=\"{style}\"><v>{value}</v></c>";

    private static void Feed(OpenXmlPart part, string xml) => part.FeedData(new MemoryStream(Encoding.UTF8.GetBytes(xml)));
}
