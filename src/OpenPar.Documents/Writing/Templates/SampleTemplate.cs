using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Composed;

namespace OpenPar.Documents.Writing.Templates;

/// <summary>The built-in layout of a kind of paper with its fields by name: what a province begins its own template from.</summary>
public static class SampleTemplate
{
    /// <summary>Writes the template; every field and every list of the kind is in it.</summary>
    public static void Write(PaperKind kind, Stream target)
    {
        using var file = new MemoryStream();
        var paper = Named(PaperSamples.Of(kind).Composed());
        ComposedDocx.Write(paper, file);
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            NameOrigin(document.MainDocumentPart!);
            NameDate(document.MainDocumentPart!);
        }

        StablePackage.Copy(file, target);
    }

    private static ComposedPaper Named(ComposedPaper paper) => paper with
    {
        Heading = new PaperHeading
        {
            SuperiorAgency = string.IsNullOrWhiteSpace(paper.Heading.SuperiorAgency) ? null : "{{co_quan_cap_tren}}",
            IssuingAgency = "{{co_quan_ban_hanh}}",
            Number = "{{so_ky_hieu}}",
            Place = "{{dia_danh}}",
        },
        Title = "{{ten_van_ban}}",
        Subject = paper.Subject is null ? null : "{{trich_yeu}}",
        Reference = paper.Reference is null ? null : "{{can_cu_van_ban}}",
        Blocks = [.. paper.Blocks.Select(Named)],
        Annexes = [.. paper.Annexes.Select(annex => annex with { Subject = "{{ten_phu_luc}}", Reference = "{{phu_luc_kem_theo}}", Blocks = [.. annex.Blocks.Select(Named)] })],
        Signature = paper.Signature is { } signature && PaperFormalities.TakesSigner(paper)
            ? signature with { Authority = "{{quyen_han_ky}}", Position = "{{chuc_vu_ky}}", Name = "{{nguoi_ky}}" }
            : paper.Signature,
        // The real papers get their mark when they are made.
        Trace = paper.Trace with { Demonstration = false, VerificationCode = "{{ma_xac_thuc}}" },
    };

    private static PaperBlock Named(PaperBlock block) => block switch
    {
        PaperBlock.Text { Name: { } name } text => text with { Content = $"{{{{{name}}}}}" },
        PaperBlock.Grid { Table: var table } => new PaperBlock.Grid(table with
        {
            Rows = [PaperRow.Of([.. table.Columns.Select(column => PaperCell.Of($"{{{{{table.Name}.{column.Name}}}}}"))])],
        }),
        _ => block,
    };

    private static void NameDate(MainDocumentPart main)
    {
        foreach (var text in main.Document.Descendants<Text>().Where(text => text.Text.Contains("{{dia_danh}}", StringComparison.Ordinal))) text.Text = "{{dia_danh}}, {{ngay_thang}}";
    }

    private static void NameOrigin(MainDocumentPart main)
    {
        foreach (var text in main.FooterParts.SelectMany(part => part.Footer.Descendants<Text>()).Where(text => !text.Text.Contains("{{", StringComparison.Ordinal)))
            text.Text = "{{phien_ban}} · Số liệu đến ngày {{so_lieu_den_ngay}}";
    }
}
