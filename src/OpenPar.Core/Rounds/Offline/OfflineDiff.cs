using OpenPar.Core.Findings;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Rounds.Offline;

/// <summary>
/// A filled file against the stored sheet, three ways: what the file said when it was taken out, what it says now, what is stored now.
/// Nothing is ever overwritten silently: what changed on both sides is a conflict.
/// </summary>
/// <param name="Rows">Leaves with changes, in order of the tree.</param>
/// <param name="Findings">What is wrong or worth knowing, with sheet and cell.</param>
public sealed record OfflineDiff(IReadOnlyList<OfflineRowDiff> Rows, IReadOnlyList<Finding> Findings)
{
    /// <summary>True when the file belongs to another sheet; there are no rows then.</summary>
    public bool Refused => Findings.Any(f => f.Severity == Severity.Error);

    /// <summary>Inputs that are proposed to be taken over.</summary>
    public IEnumerable<OfflineChange> Proposed => Rows.SelectMany(row => row.Changes).Where(change => change.Proposed);

    /// <summary>Compares the stored sheet with a file.</summary>
    /// <param name="now">The sheet as it is stored now, with everything the person may see.</param>
    /// <param name="answer">What was read from the file.</param>
    public static OfflineDiff Of(OfflineSheet now, OfflineAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(answer);
        if (OfflineFindings.Foreign(now, answer) is { } foreign) return new([], [foreign]);
        var findings = new List<Finding>();
        var entries = answer.Entries.GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.ToList());
        var rows = new List<OfflineRowDiff>();
        foreach (var row in now.Rows.Where(row => row.Leaf is not null))
        {
            if (!answer.Base.Versions.TryGetValue(row.Code, out var version) || version.RowId != row.Leaf!.RowId)
            {
                findings.Add(OfflineFindings.NewRow(row));
                continue;
            }

            var changes = Changes(row, answer.Base, entries, findings);
            if (changes.Count > 0) rows.Add(new OfflineRowDiff(row, version.Version, changes));
        }

        findings.AddRange(OfflineFindings.Gone(now, answer));
        return new(rows, findings);
    }

    private static List<OfflineChange> Changes(
        OfflineRow row, OfflineCopy taken, Dictionary<OfflineKey, List<OfflineEntry>> entries, List<Finding> findings)
    {
        var (changes, absent) = (new List<OfflineChange>(), new List<OfflineField>());
        foreach (var field in row.Fields())
        {
            // What was not in the file when it was taken out, such as a list too long for a cell, cannot have been changed there.
            if (!taken.Texts.TryGetValue(field.Key, out var was)) continue;
            if (!entries.TryGetValue(field.Key, out var found)) absent.Add(field);
            else if (found.Skip(1).Any(other => !field.Same(field.Typed(other.Text), field.Typed(found[0].Text)))) findings.Add(OfflineFindings.Twice(field, found));
            else if (Change(field, was, found[0]) is { } change)
            {
                changes.Add(change);
                OfflineFindings.Tell(change, findings);
            }
        }

        if (absent.Count > 0) findings.Add(OfflineFindings.Absent(row, absent));
        TellTogether(row, changes, findings);
        return changes;
    }

    private static OfflineChange? Change(OfflineField field, string was, OfflineEntry entry)
    {
        var typed = field.Typed(entry.Text);
        if (field.Same(typed, field.Text)) return null;
        var (inFile, stored) = (!field.Same(typed, was), !field.Same(field.Text, was));
        return new OfflineChange
        {
            Field = field,
            Kind = inFile ? stored ? OfflineChangeKind.Conflict : OfflineChangeKind.InFile : OfflineChangeKind.Stored,
            Taken = was,
            InFile = typed,
            Place = entry.Place,
            Problem = inFile ? field.Problem(typed) : null,
        };
    }

    // Bounds that need two figures, such as done ≤ to be done, show only when the row is seen as a whole.
    private static void TellTogether(OfflineRow row, List<OfflineChange> changes, List<Finding> findings)
    {
        var facts = new Dictionary<string, FactValue>();
        foreach (var field in row.Fields().Where(f => f.Fact is not null))
        {
            var text = changes.Find(c => c.Field.Key == field.Key && c.Kind != OfflineChangeKind.Stored)?.InFile ?? field.Typed(field.Text);
            if (field.Problem(text) is null && text.Length > 0 && FactText.Read(field.Fact!, text).Value is { } value) facts[field.Fact!.Name] = value;
        }

        foreach (var problem in FactCheck.Problems([.. row.Leaf!.Figures.Select(f => f.Fact)], new FactSet(facts)).Where(p => !p.Missing))
        {
            if (changes.Find(c => c.Field.Fact?.Name == problem.Fact && c.Problem is null && c.Kind != OfflineChangeKind.Stored) is { } change)
                findings.Add(OfflineFindings.OutOfBounds(change, problem.Message));
        }
    }
}
