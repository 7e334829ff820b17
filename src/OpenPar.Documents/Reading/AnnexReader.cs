using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>
/// Reads a criteria or assignment annex from a file of any kind the reader of documents knows. What is wrong with the file comes
/// back as findings; an exception means a fault of the machine (disk, stream) or a cancelled token, never a bad file.
/// </summary>
public static class AnnexReader
{
    /// <summary>
    /// Reads from the stream's position to its end; the stream is not closed. Of several tables of criteria <paramref name="annex"/>, as its
    /// heading numbers it or by its order from 1, is read; null takes the largest.
    /// </summary>
    public static async Task<Annex> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken, int? annex = null) =>
        Read(await DocumentReader.ReadAsync(file, fileName, cancellationToken), annex);

    /// <summary>Takes a document that was read as an annex: its tables, or its lines where no table has numbered rows.</summary>
    public static Annex Read(SourceDocument document, int? annex = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var findings = document.Findings.ToList();
        var assembly = new AnnexAssembly(document.File, findings);
        if (document.Blocks.Count == 0 && findings.Exists(finding => finding.Severity == Severity.Error)) return assembly.Result(null, null, []);
        findings.AddRange(Plans.PlanReader.OtherTables(document));
        var tables = AnnexTables.Read(document, findings);
        if (tables.Count == 0)
        {
            var bare = BareText.Read(TextLine.Of(document)) ?? new Draft([], [], []);
            if (document.Kind == SourceKind.Pdf)
            {
                findings.Add(ReadingFindings.PdfWithoutRules(document.File));
                foreach (var row in bare.Rows) row.Flag([AnnexFlags.WithoutRules()]);
            }

            return assembly.Assemble(bare);
        }

        if (tables.All(table => !table.HasTitle))
        {
            findings.Add(ReadingFindings.NotAnAnnex(document.File));
            return assembly.Result(null, null, []);
        }

        var chosen = AnnexChoice.Of(tables, annex);
        if (chosen.Table is null)
        {
            findings.Add(ReadingFindings.NoSuchAnnex(document.File, annex!.Value, chosen.Parts));
            return assembly.Result(null, null, []) with { Parts = chosen.Parts };
        }

        if (tables.Count > 1 && annex is null) findings.Add(ReadingFindings.SeveralAnnexes(document.File, chosen.Parts));
        return assembly.Assemble(chosen.Table.Draft() ?? new Draft([], [], [])) with { Parts = chosen.Parts };
    }
}
