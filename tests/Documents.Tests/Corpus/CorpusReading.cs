using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Plans;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading;
using OpenPar.Documents.Reading.Plans;

namespace OpenPar.Documents.Tests.Corpus;

/// <summary>What a reader made of a file, in the form of the definitions.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Warned">A finding that is more than a note names no row; it stands for rows that are missing or too many.</param>
internal sealed record CorpusReading(IReadOnlyList<CorpusRow> Rows, bool Warned)
{
    public static byte[] File(CorpusAnnex annex, string format, string folder) => format switch
    {
        "docx" => CorpusDocx.Of(annex),
        "xlsx" => CorpusXlsx.Of(annex),
        _ => System.IO.File.ReadAllBytes(Path.Combine(folder, "Pdf", annex.Name + ".pdf")),
    };

    public static async Task<CorpusReading> ReadAsync(CorpusAnnex annex, byte[] file, string format, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(file);
        var name = $"{annex.Name}.{format}";
        if (annex.IsPlan)
        {
            var plan = await PlanReader.ReadAsync(stream, name, new PlanReading(), cancellationToken);
            return new CorpusReading([.. plan.Rows.Select(row => Of(row, plan.Findings))], Warns(plan.Findings, name));
        }

        var read = await AnnexReader.ReadAsync(stream, name, cancellationToken);
        return new CorpusReading([.. read.Rows.Select(row => Of(row, read.Findings))], Warns(read.Findings, name));
    }

    private static bool Warns(IReadOnlyList<Finding> findings, string name) => findings.Any(finding => finding.Severity > Severity.Info && finding.Where.StartsWith(name, StringComparison.Ordinal));

    private static CorpusRow Of(AnnexRow row, IReadOnlyList<Finding> findings)
    {
        var place = row.Source.Page is { } page ? $"trang {page}, hàng {row.Source.Line}" : $"dòng {row.Source.Line}";
        return Of(row.Flags.Count > 0 || Named(findings, place),
            ("number", row.Code.ToString()), ("title", row.Title), ("maxPoints", row.MaxPoints is { } points ? NumberText.Write(points) : ""),
            ("method", row.Method == ScoringMethod.Unknown ? "" : row.Method.ToString()), ("lead", CorpusRow.Folded(row.Lead)), ("coordinating", CorpusRow.Folded(row.Coordinating)),
            ("requirement", row.Requirement ?? ""), ("evidence", CorpusRow.Folded(row.Evidence)), ("ruleText", row.RuleText ?? ""), ("note", row.Note ?? ""));
    }

    private static CorpusRow Of(PlanRow row, IReadOnlyList<Finding> findings) =>
        Of(row.Flags.Count > 0 || Named(findings, row.Source.Page is { } page ? $"trang {page}, hàng {row.Source.Line}" : $"dòng {row.Source.Line}"),
            ("section", row.Section ?? ""), ("number", row.Number ?? ""), ("objectives", CorpusRow.Folded(row.Objectives)), ("tasks", CorpusRow.Folded(row.Tasks)),
            ("activities", CorpusRow.Folded(row.Activities)), ("products", CorpusRow.Folded(row.Products)), ("lead", CorpusRow.Folded(row.Lead)), ("coordinating", CorpusRow.Folded(row.Coordinating)),
            ("deadline", row.Deadline.Text), ("time", $"{row.Deadline.Kind} {Day(row.Deadline.From)} {Day(row.Deadline.To)}"), ("budget", row.Budget.Text),
            ("money", $"{row.Budget.Kind} {row.Budget.AmountVnd?.ToString("0", System.Globalization.CultureInfo.InvariantCulture) ?? "-"}"));

    private static bool Named(IReadOnlyList<Finding> findings, string place) =>
        findings.Any(finding => finding.Severity > Severity.Info && finding.Where.EndsWith(place, StringComparison.Ordinal));

    private static CorpusRow Of(bool flagged, params (string Field, string Text)[] cells) =>
        new(cells.ToDictionary(cell => cell.Field, cell => CorpusRow.Folded(cell.Text), StringComparer.Ordinal), flagged);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
}
