using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Reading;

/// <summary>Makes the annex out of drafts, whatever kind of file they come from.</summary>
internal sealed class AnnexAssembly(string file, List<Finding> findings)
{
    public Annex Assemble(Draft draft)
    {
        var rows = new List<AnnexRow>();
        var pages = new HashSet<SourcePlace>();
        var reader = new RowAssembly(file, findings);
        foreach (var source in draft.Rows)
        {
            if (rows.Count == ReadingLimits.Rows)
            {
                findings.Add(ReadingFindings.TooManyRows(RowPlace.Of(file, source.Place.Line, source.Place.Page)));
                break;
            }

            if (reader.Row(source) is not { } row) continue;
            rows.Add(row);
            if (source.NewPage) pages.Add(row.Source);
        }

        if (rows.Count == 0)
        {
            findings.Add(ReadingFindings.NotAnAnnex(file));
            return Result(null, null, []);
        }

        var filled = LeadFill.Fill(new CodeChecks(file, findings).Check(rows, draft.LeavesOnly), row => pages.Contains(row.Source));
        LeafChecks.Check(filled, draft.Sums, file, findings);
        var (title, document) = Preamble.Read(draft.Preamble);
        return Result(title, document, filled);
    }

    public Annex Result(string? title, string? document, IReadOnlyList<AnnexRow> rows)
    {
        var listed = findings.OrderByDescending(finding => finding.Severity).Take(ReadingLimits.Findings).ToHashSet(ReferenceEqualityComparer.Instance);
        var kept = findings.Where(listed.Contains).ToList();
        var left = findings.Where(finding => !listed.Contains(finding)).ToList();
        if (left.Count > 0) kept.Add(ReadingFindings.MoreFindings(file, left.Count, left.Max(finding => finding.Severity)));
        return new Annex(title, document, rows, kept);
    }
}
