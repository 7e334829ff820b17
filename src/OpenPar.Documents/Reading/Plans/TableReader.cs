using System.Text.RegularExpressions;
using OpenPar.Core.Findings;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>Reads tables of any kind (results, statistics, lists of agencies, survey forms) with their cells typed; nothing is understood beyond that.</summary>
public static partial class TableReader
{
    /// <summary>Reads a file of any kind that <see cref="DocumentReader"/> knows; the stream is not closed.</summary>
    public static async Task<TableReading> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken) =>
        Read(await DocumentReader.ReadAsync(file, fileName, cancellationToken));

    /// <summary>Types what a reader of files found.</summary>
    public static TableReading Read(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var findings = document.Findings.ToList();
        var annexes = AnnexTables.Of(document);
        if (annexes.Count == 0 && findings.TrueForAll(finding => finding.Severity != Severity.Error)) findings.Add(PlanFindings.NoTable(document.File));
        var tables = annexes.ConvertAll(Table);
        findings.AddRange(tables.Select(table => PlanFindings.Told(document.File, table)));
        return new TableReading(tables, findings);
    }

    private static TypedTable Table(AnnexTable annex) =>
        new(annex.Number, annex.Title, TableKinds.Of(annex), annex.Heads, [.. annex.Rows.Take(ReadingLimits.Rows).Select(row => Row(annex, row.Row))]);

    private static TypedRow Row(AnnexTable annex, GridRow row) =>
        new((row.Places.FirstOrDefault(place => !place.IsBlank).Cell ?? row.Places[0].Cell).Place, [.. row.Places.Select((place, c) => Cell(annex, c, place))]);

    private static TypedCell Cell(AnnexTable annex, int column, GridPlace place)
    {
        var text = place.Text.Trim();
        if (text.Length == 0) return new TypedCell(string.Empty, CellValueKind.Blank, null, []);
        var purpose = column < annex.Columns.Length ? annex.Columns[column] : PlanColumn.Other;
        var typed = purpose == PlanColumn.Number ? null : Figure(text, column < annex.Heads.Count ? annex.Heads[column] : string.Empty);
        typed ??= Words(text, purpose);
        return typed with { Flags = place.Cell.Marks };
    }

    private static TypedCell? Figure(string text, string head)
    {
        var percent = Percent().Match(text);
        var bare = percent.Success ? percent.Groups[1].Value : text;
        if (!Digits().IsMatch(bare) || NumberText.Read(bare, NumberUse.Decimal) is not { Ok: true, Value: { } value }) return null;
        // A column headed "Tỷ lệ (%)" writes its shares without the sign.
        return new TypedCell(text, percent.Success || head.Contains('%', StringComparison.Ordinal) ? CellValueKind.Percent : CellValueKind.Number, value, []);
    }

    private static TypedCell Words(string text, PlanColumn purpose)
    {
        if (purpose == PlanColumn.Deadline && Deadline.Read(text, null).Kind != DeadlineKind.Unknown) return new TypedCell(text, CellValueKind.Time, null, []);
        var named = purpose is PlanColumn.Lead or PlanColumn.Coordinating or PlanColumn.Agency && AgencyNameSplitter.BeginsName(text);
        return named ? new TypedCell(text, CellValueKind.Agencies, null, AgencyNameSplitter.Split(VietnameseText.Clean(text)).Names) : new TypedCell(text, CellValueKind.Text, null, []);
    }

    [GeneratedRegex(@"^(.*\d)\s*%$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Percent();

    [GeneratedRegex(@"^[-+]?\d[\d.,\s]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
