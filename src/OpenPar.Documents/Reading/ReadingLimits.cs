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

    /// <summary>Most rows of one annex; workbooks of 10,000 rows are real.</summary>
    public const int Rows = 20_000;

    /// <summary>Most lines read into one row.</summary>
    public const int LinesPerRow = 200;

    /// <summary>Most pages of a PDF.</summary>
    public const int Pages = 300;

    /// <summary>Most findings listed; the rest is counted.</summary>
    public const int Findings = 500;

    /// <summary>Most texts and tables of one document.</summary>
    public const int Blocks = 200_000;

    /// <summary>Most cells of one document.</summary>
    public const int Cells = 600_000;

    /// <summary>Most places of one table, covered or not.</summary>
    public const int Places = 4_000_000;

    /// <summary>Most columns of a table; Word allows 63.</summary>
    public const int Columns = 256;

    /// <summary>Largest part of a package once unpacked, in bytes.</summary>
    public const int PartBytes = 64 * 1024 * 1024;

    /// <summary>Most that is unpacked of one package, in bytes.</summary>
    public const long PackageBytes = 160L * 1024 * 1024;

    /// <summary>Most entries of a package.</summary>
    public const int PackageEntries = 10_000;

    /// <summary>Deepest nesting of tables that is followed.</summary>
    public const int NestedTables = 6;

    /// <summary>Deepest nesting of any mark-up that is followed.</summary>
    public const int Depth = 64;

    /// <summary>Longest text of one cell or paragraph.</summary>
    public const int TextLength = 100_000;
}
