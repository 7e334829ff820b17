using System.Xml;
using System.Xml.Linq;
using OpenPar.Documents.Reading.Package;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Docx;

/// <summary>Walks through the blocks of a Word file as they stream by: paragraphs, tables, and what wraps them.</summary>
internal sealed class DocxBody(DocxContext context)
{
    private const int NodesOfParagraph = 200_000;

    /// <summary>Reads the children of the current element as blocks; <paramref name="cell"/> gets the properties of a cell.</summary>
    public void Blocks(XmlReader reader, Action<Block> add, Action<XElement>? cell = null)
    {
        var (carried, gap) = (string.Empty, 0);
        Walk(reader, name =>
        {
            if (name == "tcPr")
            {
                var properties = reader.Tree(500, out _);
                cell?.Invoke(properties);
            }
            else if (name == "p") Paragraph(reader, add, ref carried, ref gap);
            else
            {
                Table(reader, add);
                gap = 0;
            }
        });
        if (carried.Length > 0) add(new TextBlock(carried, new Place(context.Paragraphs, context.Page)));
    }

    /// <summary>Goes one level down, but not below the bound.</summary>
    public void Descend(XmlReader reader, Action<string> take)
    {
        if (context.Depth >= ReadingLimits.Depth)
        {
            context.Draft.Once("deep", () => DocumentFindings.TooDeep(context.Where));
            reader.Skip();
            return;
        }

        context.Depth++;
        reader.Children(take);
        context.Depth--;
    }

    private void Walk(XmlReader reader, Action<string> take) => Descend(reader, name =>
    {
        if (context.Draft.Full)
        {
            reader.Skip();
            return;
        }

        switch (name)
        {
            case "p" or "tbl" or "tcPr": take(name); break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag" or "AlternateContent" or "Choice": Walk(reader, take); break;
            default: reader.Skip(); break;
        }
    });

    private void Paragraph(XmlReader reader, Action<Block> add, ref string carried, ref int gap)
    {
        var element = reader.Tree(NodesOfParagraph, out var cut);
        var paragraph = DocxParagraph.Read(context, element);
        if (cut) context.Draft.Once("long", () => DocumentFindings.TextCut(context.Where));
        var text = carried + paragraph.Text;
        carried = paragraph.RunsOn ? text : string.Empty;
        if (!paragraph.RunsOn && text.Length > 0)
        {
            add(new TextBlock(text, new Place(context.Paragraphs, paragraph.Page)) { Marks = paragraph.Marks, NewPage = paragraph.NewPage, Gap = gap });
            gap = 0;
        }
        else if (!paragraph.RunsOn) gap++;

        foreach (var box in paragraph.Boxes)
        {
            using var inside = box.CreateReader();
            inside.MoveToContent();
            Blocks(inside, add);
        }
    }

    private void Table(XmlReader reader, Action<Block> add)
    {
        if (context.TableDepth >= ReadingLimits.NestedTables)
        {
            context.Draft.Once("deep", () => DocumentFindings.TooDeep(context.Where));
            reader.Skip();
            return;
        }

        context.TableDepth++;
        foreach (var block in new DocxTable(context, this).Read(reader)) add(block);
        context.TableDepth--;
    }
}
