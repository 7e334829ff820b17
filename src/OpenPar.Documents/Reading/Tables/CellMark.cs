using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Tables;

/// <summary>What a reader did to a cell beyond copying it.</summary>
public enum CellMarkKind
{
    /// <summary>Lines or parts of a cell broken over pages were joined.</summary>
    Joined,

    /// <summary>Characters of an old font or a slip of scanning were replaced.</summary>
    Corrected,

    /// <summary>Mark-up or the sign of a footnote was removed.</summary>
    RemovedMarkup,

    /// <summary>The borders do not say for certain what the cell covers.</summary>
    UncertainExtent,
}

/// <summary>One thing a reader did to a cell, with its reason.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Reason">Why, in a sentence that lets a person check it.</param>
public sealed record CellMark(CellMarkKind Kind, LocalText Reason);
