namespace OpenPar.Core.Findings;

/// <summary>Where something stands in a file, as a person looks it up; what a kind of file does not have is null.</summary>
/// <param name="File">File name without folder.</param>
/// <param name="Line">Line, paragraph or row of the file, from 1.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Cell">Name of the first cell, such as A7.</param>
public sealed record SourcePlace(string File, int Line, int? Page = null, string? Sheet = null, string? Cell = null)
{
    /// <summary>The stretch of the page it covers; null where the kind of file knows none.</summary>
    public PageBand? Band { get; init; }
}

/// <summary>A horizontal stretch of a page.</summary>
/// <param name="Top">Upper edge as a share of the height of the page, 0 at its top.</param>
/// <param name="Bottom">Lower edge, at most 1.</param>
public sealed record PageBand(double Top, double Bottom);
