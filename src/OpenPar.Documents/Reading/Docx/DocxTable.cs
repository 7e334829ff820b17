using System.Xml;
using OpenPar.Documents.Reading.Package;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Docx;

/// <summary>A cell as Word writes it: its width in columns, its part in a vertical merge, and what it holds.</summary>
internal sealed record WordCell(int Start, int Width, bool Continues, bool JoinsLeft, IReadOnlyList<Block> Content, Place Place);

/// <summary>A row with what Word says of it.</summary>
internal sealed record WordRow(IReadOnlyList<WordCell> Cells, RowMarks Marks);

/// <summary>Reads the rows of a table and lays its cells out on a grid.</summary>
internal sealed class DocxTable(DocxContext context, DocxBody body)
{
    private readonly List<WordRow> rows = [];
    private readonly List<int> widths = [];
    private int? page;

    /// <summary>Reads the current <c>w:tbl</c>; a frame of one cell gives what it holds, every other table itself.</summary>
    public IEnumerable<Block> Read(XmlReader reader)
    {
        var place = new Place(context.Paragraphs + 1, context.Page);
        page = context.Page;
        Rows(reader);
        if (rows.Sum(row => row.Cells.Count) == 1) return rows.First(row => row.Cells.Count == 1).Cells[0].Content;
        return DocxGrid.Of(rows, widths, place) is { } table ? [table] : [];
    }

    private void Rows(XmlReader reader) => body.Descend(reader, name =>
    {
        switch (name)
        {
            case "tblGrid":
                reader.Children(column =>
                {
                    if (column == "gridCol" && widths.Count < ReadingLimits.Columns) widths.Add(PackageXml.Number(reader.Attribute("w")) ?? 0);
                    reader.Skip();
                });
                break;
            case "tr" when !context.Draft.Full: Row(reader); break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag": Rows(reader); break;
            default: reader.Skip(); break;
        }
    });

    private void Row(XmlReader reader)
    {
        var cells = new List<WordCell>();
        var marks = RowMarks.None;
        var (column, deleted) = (0, false);
        var before = context.Page;
        Cells(reader, name =>
        {
            if (name == "trPr")
            {
                var properties = reader.Tree(500, out _);
                column = Math.Clamp(properties.Child("gridBefore").Number("val") ?? 0, 0, ReadingLimits.Columns);
                deleted = properties.Child("del") is not null;
                if (properties.IsOn("tblHeader")) marks |= RowMarks.Header;
                if (properties.IsOn("hidden")) marks |= RowMarks.Hidden;
            }
            else if (Cell(reader, column) is { } cell)
            {
                column += cell.Width;
                if (cell.JoinsLeft && cells.Count > 0) cells[^1] = cells[^1] with { Width = column - cells[^1].Start };
                else cells.Add(cell);
            }
        });
        if (deleted)
        {
            context.Draft.Once("tracked", () => DocumentFindings.Tracked(context.Draft.File));
            return;
        }

        // The mark of a new page stands in the first text of the row.
        var first = cells.Select(cell => cell.Content.Count > 0 ? cell.Place.Page : null).FirstOrDefault(p => p is not null) ?? before;
        if (first > page && rows.Count > 0) marks |= RowMarks.NewPage;
        page = context.Page;
        if (context.Draft.Count(cells.Count)) rows.Add(new WordRow(cells, marks));
    }

    private void Cells(XmlReader reader, Action<string> take) => body.Descend(reader, name =>
    {
        switch (name)
        {
            case "trPr" or "tc": take(name); break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag": Cells(reader, take); break;
            default: reader.Skip(); break;
        }
    });

    private WordCell? Cell(XmlReader reader, int column)
    {
        var (width, continues, joinsLeft, place) = (1, false, false, new Place(context.Paragraphs + 1, context.Page));
        var content = new List<Block>();
        body.Blocks(reader, content.Add, properties =>
        {
            width = properties.Child("gridSpan").Number("val") ?? 1;
            // A bare vMerge continues the cell above; hMerge is how old files join cells of one row.
            continues = properties.Child("vMerge") is { } merge && merge.Value("val") is not "restart";
            joinsLeft = properties.Child("hMerge") is { } old && old.Value("val") is not "restart";
        });
        if (width > ReadingLimits.Columns - column) context.Draft.Once("wide", () => DocumentFindings.TooWide(context.Where));
        if (column >= ReadingLimits.Columns) return null;
        if (content.Count > 0) place = content[0].Place;
        return new WordCell(column, Math.Clamp(width, 1, ReadingLimits.Columns - column), continues, joinsLeft, content, place);
    }
}
