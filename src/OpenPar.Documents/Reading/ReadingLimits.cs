namespace OpenPar.Documents.Reading;

/// <summary>Bounds of what a reader takes in. Real annexes stay far below: the largest seen is half a megabyte.</summary>
internal static class ReadingLimits
{
    /// <summary>Largest file of any kind, in bytes.</summary>
    public const int FileBytes = 50 * 1024 * 1024;

    /// <summary>Largest text file, in bytes; text takes several times its size in memory.</summary>
    public const int TextBytes = 10 * 1024 * 1024;

    /// <summary>Longest line read; longer ones are no lines of a table.</summary>
    public const int LineLength = 20_000;

    /// <summary>Most rows of one annex.</summary>
    public const int Rows = 5_000;

    /// <summary>Most lines read into one row.</summary>
    public const int LinesPerRow = 200;

    /// <summary>Most pages of a PDF.</summary>
    public const int Pages = 300;

    /// <summary>Most findings listed; the rest is counted.</summary>
    public const int Findings = 500;
}
