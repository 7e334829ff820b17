using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>What may be entered.</summary>
public enum CellCheckKind
{
    /// <summary>Anything; only the message is shown.</summary>
    Any,

    /// <summary>A whole number between the bounds.</summary>
    Whole,

    /// <summary>A number between the bounds.</summary>
    Decimal,

    /// <summary>One of a list: texts in quotes parted by commas, or the cells that hold them.</summary>
    List,

    /// <summary>What makes a formula true.</summary>
    Formula,

    /// <summary>A text no longer than the upper bound.</summary>
    Length,
}

/// <summary>What one input accepts.</summary>
/// <param name="Cell">The input.</param>
/// <param name="Kind">What may be entered.</param>
public sealed record CellCheck(Area Cell, CellCheckKind Kind)
{
    // Excel calls a file damaged whose messages are longer.
    private const int LongestTitle = 32;
    private const int LongestPrompt = 255;
    private const int LongestError = 225;

    /// <summary>Lower bound, list or formula.</summary>
    public string? From { get; init; }

    /// <summary>Upper bound; null for none.</summary>
    public string? To { get; init; }

    /// <summary>Title of both messages.</summary>
    public string Title { get; init; } = "";

    /// <summary>Shown while the cell is chosen.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>Shown when something else is entered.</summary>
    public string Error { get; init; } = "";

    internal static S.DataValidations All(IReadOnlyList<CellCheck> checks) => new(checks.Select(check => check.Xml())) { Count = (uint)checks.Count };

    private S.DataValidation Xml()
    {
        var (type, operation) = Kind switch
        {
            CellCheckKind.Whole => (S.DataValidationValues.Whole, Bounds()),
            CellCheckKind.Decimal => (S.DataValidationValues.Decimal, Bounds()),
            CellCheckKind.List => (S.DataValidationValues.List, null),
            CellCheckKind.Formula => (S.DataValidationValues.Custom, null),
            CellCheckKind.Length => (S.DataValidationValues.TextLength, new EnumValue<S.DataValidationOperatorValues>(S.DataValidationOperatorValues.Between)),
            _ => (S.DataValidationValues.None, (EnumValue<S.DataValidationOperatorValues>?)null),
        };
        var xml = new S.DataValidation
        {
            Type = type,
            Operator = operation,
            AllowBlank = true,
            ShowInputMessage = true,
            ShowErrorMessage = true,
            ErrorTitle = Short(Title, LongestTitle),
            Error = Short(Error, LongestError),
            PromptTitle = Short(Title, LongestTitle),
            Prompt = Short(Prompt, LongestPrompt),
            SequenceOfReferences = new ListValue<StringValue> { InnerText = Cell.FirstName },
        };
        if (From is not null) xml.Append(new S.Formula1(From));
        if (To is not null) xml.Append(new S.Formula2(To));
        return xml;
    }

    private EnumValue<S.DataValidationOperatorValues> Bounds() => To is null ? S.DataValidationOperatorValues.GreaterThanOrEqual : S.DataValidationOperatorValues.Between;

    private static StringValue? Short(string text, int length) => text.Length == 0 ? null : PaperText.Cut(string.Join('\n', PaperText.Lines(text)), length);
}
