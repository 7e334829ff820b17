using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Reading;

/// <summary>
/// Gives every leaf the agency of the merged cell it stands in. A blank means "as above"; a row of a field ends a merge,
/// because annexes begin each field with its own agency; a leaf that is blank right after such a row takes the next
/// name below in its field. Headings keep only what is written on them. Every value given is flagged.
/// </summary>
internal static class LeadFill
{
    public static List<AnnexRow> Fill(IReadOnlyList<AnnexRow> rows, Func<AnnexRow, bool> beginsPage)
    {
        if (rows.All(row => row.Lead.Count == 0)) return [.. rows];
        var headings = rows.Select(row => row.Code.Parent).OfType<CriterionCode>().ToHashSet();
        var filled = new List<AnnexRow>(rows.Count);
        AnnexRow? current = null;
        AnnexRow? before = null;
        var pagePassed = false;
        var below = NextBelow(rows);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Code.Level == 1)
            {
                (before, current) = (current ?? before, null);
            }

            pagePassed |= beginsPage(row);
            if (row.Lead.Count > 0) (current, pagePassed) = (row, false);
            filled.Add(row.Lead.Count > 0 || headings.Contains(row.Code) ? row : Filled(row, current, before, below[i], pagePassed));
        }

        return filled;
    }

    // For each row the next one in its field that names an agency.
    private static AnnexRow?[] NextBelow(IReadOnlyList<AnnexRow> rows)
    {
        var next = new AnnexRow?[rows.Count];
        AnnexRow? found = null;
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            next[i] = found?.Code.Field == rows[i].Code.Field ? found : null;
            if (rows[i].Lead.Count > 0) found = rows[i];
        }

        return next;
    }

    private static AnnexRow Filled(AnnexRow row, AnnexRow? current, AnnexRow? before, AnnexRow? below, bool pagePassed)
    {
        if (current is not null)
        {
            var (name, from) = (Name(current), current.Code.ToString());
            return With(row, current, pagePassed ? AnnexFlags.AcrossPage(name, from) : AnnexFlags.FilledDown(name, from));
        }

        if (below is not null)
            return With(row, below, AnnexFlags.FromBelow(Name(below), below.Code.ToString(), before is null ? null : Name(before)));
        return before is null ? row : With(row, before, AnnexFlags.FromFieldBefore(Name(before), before.Code.ToString()));
    }

    private static AnnexRow With(AnnexRow row, AnnexRow from, AnnexFlag flag) => row with { Lead = from.Lead, Flags = [.. row.Flags, flag] };

    private static string Name(AnnexRow row) => string.Join("; ", row.Lead);
}
