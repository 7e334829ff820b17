using OpenPar.Core.Findings;

namespace OpenPar.App.Features.Reviews;

/// <summary>The part of a source file a person looks at beside what was made of it, with the row lit.</summary>
public abstract record SourcePane
{
    /// <summary>The file does not have the row.</summary>
    public static SourcePane NotInFile { get; } = new SourceMissing();

    /// <summary>The store no longer holds the file: its review was thrown away a while ago.</summary>
    public static SourcePane Removed { get; } = new SourceRemoved();
}

/// <summary>There is nothing to show.</summary>
public sealed record SourceMissing : SourcePane;

/// <summary>The file is gone.</summary>
public sealed record SourceRemoved : SourcePane;

/// <summary>A page of a PDF as a picture.</summary>
/// <param name="Sha256">The file.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Lit">Bands of the page that belong to the row.</param>
public sealed record SourcePage(string Sha256, int Page, IReadOnlyList<PageBand> Lit) : SourcePane;

/// <summary>Lines of a text.</summary>
/// <param name="First">Number of the first line shown, from 1.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Lit">Numbers of the lines that belong to the row.</param>
public sealed record SourceLines(int First, IReadOnlyList<string> Lines, IReadOnlySet<int> Lit) : SourcePane;

/// <summary>Rows of a table in a Word file, a sheet or a web page.</summary>
/// <param name="Rows">The rows, with some before and after.</param>
public sealed record SourceRows(IReadOnlyList<SourceRow> Rows) : SourcePane;

/// <summary>One row of a table.</summary>
/// <param name="Lit">True when it belongs to the row under review.</param>
/// <param name="Cells">Cells that begin in it.</param>
public sealed record SourceRow(bool Lit, IReadOnlyList<SourceCell> Cells);

/// <summary>One cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Rows">Rows it covers of those shown.</param>
/// <param name="Columns">Columns it covers.</param>
public sealed record SourceCell(string Text, int Rows, int Columns);
