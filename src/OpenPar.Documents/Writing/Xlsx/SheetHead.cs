using OpenPar.Core.Papers;

namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>The parts official sheets share: mark of invented figures, head, header numbers, signature, printed margins.</summary>
internal static class SheetHead
{
    private const string State = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>Adds the mark of invented figures where it is due.</summary>
    public static SheetDraft AddMark(this SheetDraft draft, PaperTrace trace) =>
        trace.Demonstration ? draft.AddAcross(PaperTrace.DemonstrationMark, Looks.Mark) : draft;

    /// <summary>Adds the head of Nghị định 30/2020/NĐ-CP over two groups of columns.</summary>
    public static SheetDraft AddLetterHead(this SheetDraft draft, PaperHeading heading, int left, int right) => draft
        .AddMerged((Cell.Of(PaperText.Capitals(heading.SuperiorAgency), Looks.Middle), left), (Cell.Of(State, Looks.Strong), right))
        .AddMerged((Cell.Of(PaperText.Capitals(heading.IssuingAgency), Looks.Strong), left), (Cell.Of(Motto, Looks.Strong), right))
        .AddMerged((Cell.Of(heading.NumberLine(), Looks.Middle), left), (Cell.Of(heading.PlaceAndDate(), Looks.Slanted), right))
        .Add();

    /// <summary>Adds the row (1) (2) (3).</summary>
    public static SheetDraft AddNumbers(this SheetDraft draft, int columns) =>
        draft.Add([.. Enumerable.Range(1, columns).Select(i => Cell.Of($"({i})", Looks.HeaderNumber))]);

    /// <summary>Adds receivers and signer over two groups of columns.</summary>
    public static SheetDraft AddSignature(this SheetDraft draft, PaperSignature signature, int left, int right)
    {
        var signer = string.Join('\n', new[] { signature.Authority, signature.PositionText }
            .Where(text => !string.IsNullOrWhiteSpace(text)).Select(PaperText.Capitals));
        return draft.Add()
            .AddMerged((Cell.Of("Nơi nhận:", new CellLook { Bold = true, Italic = true, Points = 12 }), left), (Cell.Of(signer, Looks.Strong), right))
            .AddMerged((Cell.Of(Receivers(signature), default), left), (Cell.Of("", Looks.Middle), right))
            .Add().Add().Add()
            .AddMerged((Cell.Of("", Looks.Body), left), (Cell.Of(signature.Name, Looks.Strong), right));
    }

    /// <summary>Adds the receivers alone, where others sign.</summary>
    public static SheetDraft AddReceivers(this SheetDraft draft, PaperSignature signature, int columns) => draft.Add()
        .AddMerged((Cell.Of("Nơi nhận:", new CellLook { Bold = true, Italic = true, Points = 12 }), columns))
        .AddMerged((Cell.Of(Receivers(signature), default), columns));

    private static string Receivers(PaperSignature signature) => string.Join('\n', signature.Recipients.Select(name => $"- {string.Join(' ', PaperText.Lines(name))}"));

    /// <summary>The sheet with what is printed around it.</summary>
    public static Sheet Traced(this Sheet sheet, PaperTrace trace) => sheet with
    {
        Mark = trace.Demonstration ? PaperTrace.DemonstrationMark : null,
        FooterLeft = trace.Version,
        FooterCenter = trace.DataText(),
        FooterRight = trace.Verification() ?? "",
    };
}
