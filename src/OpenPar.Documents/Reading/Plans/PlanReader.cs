using OpenPar.Core.Findings;
using OpenPar.Core.Plans;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>What the person chose before reading.</summary>
/// <param name="Annex">Number of the annex to read, as its heading writes it or by its order from 1; null reads all.</param>
/// <param name="Kind">Shape to read as, whatever the heads say; null decides by the table.</param>
/// <param name="Year">Year of the plan, whatever its title says; null takes the title's.</param>
public sealed record PlanReading(int? Annex = null, PlanKind? Kind = null, int? Year = null);

/// <summary>Reads plans out of documents: plan tables, task frameworks, improvement plans.</summary>
public static class PlanReader
{
    /// <summary>Reads a file of any kind that <see cref="DocumentReader"/> knows; the stream is not closed.</summary>
    public static async Task<Plan> ReadAsync(Stream file, string fileName, PlanReading reading, CancellationToken cancellationToken) =>
        Read(await DocumentReader.ReadAsync(file, fileName, cancellationToken), reading);

    /// <summary>Reads what a reader of files found.</summary>
    public static Plan Read(SourceDocument document, PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(reading);
        var findings = document.Findings.ToList();
        if (!document.Usable) return new Plan(new PlanHead(null, null, null), [], [], findings);
        var tables = AnnexTables.Of(document);
        var bare = BarePlan.Find(document);
        var head = Head(document, tables, bare, findings);
        head = head with { Year = reading.Year ?? head.Year };
        var annexes = new List<PlanAnnex>();
        var rows = new List<PlanRow>();
        var chosen = Chosen(tables, reading.Annex);
        foreach (var table in chosen)
        {
            if (Annex(table, head.Year, reading.Kind, document.File, findings) is not { } read) continue;
            annexes.Add(read.Annex);
            rows.AddRange(read.Rows);
        }

        var withBare = bare is not null && (reading.Annex is null || (reading.Annex == tables.Count + 1 && chosen.Count == 0));
        if (withBare && bare!.Read(tables.Count + 1, head.Year, findings) is { } lines)
        {
            annexes.Add(lines.Annex);
            rows.AddRange(lines.Rows);
        }

        if (reading.Annex is { } wanted && chosen.Count == 0 && !withBare) findings.Add(PlanFindings.NoSuchAnnex(document.File, wanted, tables.Count + (bare is null ? 0 : 1)));
        else if (rows.Count == 0 && findings.TrueForAll(finding => finding.Severity != Severity.Error))
        {
            if (tables.Count == 0 && BareKinds.Of(document) is { } told) findings.Add(PlanFindings.OtherText(document.File, told));
            findings.Add(PlanFindings.NoPlan(document.File));
        }

        if (rows.Count >= ReadingLimits.Rows) findings.Add(PlanFindings.TooManyRows(document.File));
        return new Plan(head, annexes, rows, Bounded(findings, document.File));
    }

    /// <summary>What each table of a document is, whether or not a plan can be read from it.</summary>
    public static IReadOnlyList<TableRecognition> Recognise(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. AnnexTables.Of(document).Select(TableKinds.Of)];
    }

    /// <summary>For a reader of criteria: what the tables are that hold none, each with where it belongs.</summary>
    internal static IEnumerable<Finding> OtherTables(SourceDocument document)
    {
        var tables = AnnexTables.Of(document).Select(table => (table, told: TableKinds.Of(table))).ToList();
        var other = tables.Where(pair => pair.told.Kind is TableKind.PlanTable or TableKind.TaskFramework or TableKind.AgencyList or TableKind.SurveyForm or TableKind.StatisticsTable or TableKind.ResultsTable).ToList();
        return other.Select(pair => PlanFindings.NoCriteria(document.File, pair.table, pair.told, other.Count == tables.Count));
    }

    private static (PlanAnnex Annex, List<PlanRow> Rows)? Annex(AnnexTable table, int? year, PlanKind? chosen, string file, List<Finding> findings)
    {
        var recognition = TableKinds.Of(table);
        if ((chosen ?? Kind(recognition.Kind)) is not { } kind)
        {
            findings.Add(PlanFindings.OtherTable(file, table, recognition));
            return null;
        }

        var read = table with { Columns = PlanColumns.For(kind, table.Columns) };
        var drafts = new PlanRows(read, kind, file, findings).Read();
        PlanNumbers.Check(drafts, kind);
        if (kind == PlanKind.Improvement) CriterionSections.Set(drafts);
        var rows = new PlanAssembly(read, kind, year).Assemble(drafts);
        findings.Add(PlanFindings.Recognised(file, table, recognition, rows.Count, chosen is not null));
        return (new PlanAnnex(table.Number, table.Title, kind, rows.Count, rows.Select(row => row.Section).Where(section => section is not null).Distinct().Count()), rows);
    }

    // The number a heading writes goes before the ordinal.
    private static List<AnnexTable> Chosen(List<AnnexTable> tables, int? annex)
    {
        if (annex is null) return tables;
        var written = tables.FindAll(table => table.Written == annex);
        return written.Count > 0 ? written : tables.FindAll(table => table.Number == annex);
    }

    private static PlanKind? Kind(TableKind kind) => kind switch
    {
        TableKind.PlanTable => PlanKind.PlanTable,
        TableKind.TaskFramework => PlanKind.TaskFramework,
        TableKind.ImprovementPlan => PlanKind.Improvement,
        _ => null,
    };

    private static PlanHead Head(SourceDocument document, List<AnnexTable> tables, BarePlan? bare, List<Finding> findings)
    {
        var above = tables.Count > 0 ? tables[0].Above : bare?.Above;
        if (above is null) return new PlanHead(null, null, null);
        var head = PlanHeadReader.Read(above, document.File, findings);
        return head.Title is null && tables.Count == 1 ? head with { Title = tables[0].Title } : head;
    }

    private static List<Finding> Bounded(List<Finding> findings, string file)
    {
        if (findings.Count <= ReadingLimits.Findings) return findings;
        var kept = findings.OrderByDescending(finding => finding.Severity).Take(ReadingLimits.Findings).ToList();
        kept.Add(ReadingFindings.MoreFindings(file, findings.Count - ReadingLimits.Findings, Severity.Info));
        return kept;
    }
}
