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
    /// <summary>Reads from the stream's position to its end; the stream is not closed.</summary>
    public static async Task<Annex> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken) =>
        Read(await DocumentReader.ReadAsync(file, fileName, cancellationToken));

    /// <summary>Takes a document that was read as an annex: its tables, or its lines where no table has numbered rows.</summary>
    public static Annex Read(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var findings = document.Findings.ToList();
        var assembly = new AnnexAssembly(document.File, findings);
        if (document.Blocks.Count == 0 && findings.Exists(finding => finding.Severity == Severity.Error)) return assembly.Result(null, null, []);
        var draft = AnnexTables.Read(document, findings);
        if (draft is null)
        {
            if (document.Kind == SourceKind.Pdf) findings.Add(ReadingFindings.PdfWithoutRules(document.File));
            draft = BareText.Read(TextLine.Of(document));
        }

        return assembly.Assemble(draft ?? new Draft([], [], null));
    }
}
