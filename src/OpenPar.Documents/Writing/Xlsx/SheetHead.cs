using OpenPar.Core.Papers;

namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>The parts official sheets share: mark of invented figures, head, header numbers, signature, printed margins.</summary>
internal static class SheetHead
{
    /// <summary>Adds the mark of invented figures where it is due.</summary>
    public static SheetDraft AddMark(this SheetDraft draft, PaperTrace trace) =>
        trace.Demonstration ? draft.AddAcross(PaperTrace.DemonstrationMark, Looks.Mark) : draft;

    /// <summary>Adds the head of Nghị định 30/2020/NĐ-CP over two groups of columns.</summary>
    public static SheetDraft AddLetterHead(this SheetDraft draft, PaperHeading heading, int left, int right) => draft
        .AddMerged((PaperText.Capitals(heading.SuperiorAgency), left, Looks.Middle), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", right, Looks.Strong))
        .AddMerged((PaperText.Capitals(heading.IssuingAgency), left, Looks.Strong), ("Độc lập - Tự do - Hạnh phúc", right, Looks.Strong))
        .AddMerged((heading.NumberLine(), left, Looks.Middle), (heading.PlaceAndDate(), right, Looks.Slanted))
        .Add();

    /// <summary>Adds the row (1) (2) (3).</summary>
    public static SheetDraft AddNumbers(this SheetDraft draft, int columns) =>
        draft.Add([.. Enumerable.Range(1, columns).Select(i => Cell.Of($"({i})", Looks.HeaderNumber))]);

    /// <summary>Adds receivers and signer over two groups of columns.</summary>
    public static SheetDraft AddSignature(this SheetDraft draft, PaperSignature signature, int left, int right)
    {
        var receivers = string.Join('\n', signature.Recipients.Select(name => $"- {string.Join(' ', PaperText.Lines(name))}"));
        var signer = string.Join('\n', new[] { signature.Authority, signature.Position ?? "NGƯỜI ĐỨNG ĐẦU CƠ QUAN, ĐƠN VỊ" }
            .Where(text => !string.IsNullOrWhiteSpace(text)).Select(PaperText.Capitals));
        return draft.Add()
            .AddMerged(("Nơi nhận:", left, new CellLook { Bold = true, Italic = true, Points = 12 }), (signer, right, Looks.Strong))
            .AddMerged((receivers, left, new CellLook()), ("\u00A0", right, Looks.Middle))
            .Add().Add().Add()
            .AddMerged(("", left, Looks.Body), (signature.Name ?? "", right, Looks.Strong));
    }

    /// <summary>The sheet with what is printed around it.</summary>
    public static Sheet Traced(this Sheet sheet, PaperTrace trace) => sheet with
    {
        Mark = trace.Demonstration ? PaperTrace.DemonstrationMark : null,
        FooterLeft = trace.Origin(),
        FooterRight = trace.Verification() ?? "",
    };
}
