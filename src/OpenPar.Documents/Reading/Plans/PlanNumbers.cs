using System.Globalization;
using System.Text.RegularExpressions;
using OpenPar.Core.Plans;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>Looks at the numbers of a plan, which are kept as written: two in one cell, one twice, one left out.</summary>
internal static partial class PlanNumbers
{
    private static readonly PlanColumn[] Itemised = [PlanColumn.Objective, PlanColumn.Task, PlanColumn.Activity];

    public static void Check(List<PlanDraft> drafts, PlanKind kind)
    {
        foreach (var draft in drafts.Where(draft => Several().IsMatch(draft.Number))) draft.Flag(PlanFlags.DoubleNumber(draft.Number));
        if (kind == PlanKind.Improvement) Codes(drafts);
        else foreach (var section in drafts.GroupBy(draft => draft.Section)) Section([.. section]);
    }

    private static void Codes(List<PlanDraft> drafts)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            if (draft.Number.Length > 0 && !seen.TryAdd(draft.Number, draft.Where)) draft.Flag(PlanFlags.Duplicate(draft.Number, PlanColumns.Name(PlanColumn.Number), seen[draft.Number]));
        }
    }

    private static void Section(List<PlanDraft> drafts)
    {
        var last = 0;
        foreach (var draft in drafts.Where(draft => draft.Number.Length > 0))
        {
            var numbers = Whole().Matches(draft.Number).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
            if (numbers.Count == 0 || draft.Number.Contains('.', StringComparison.Ordinal)) continue;
            if (numbers[0] <= last && last > 0 && numbers[0] != 1) draft.Flag(PlanFlags.Duplicate(draft.Number, PlanColumns.Name(PlanColumn.Number), "trên"));
            else if (numbers[0] > last + 1) draft.Flag(PlanFlags.Skipped(last.ToString(CultureInfo.InvariantCulture), draft.Number));
            last = numbers[^1];
        }

        foreach (var column in Itemised) Items(drafts, column);
    }

    // "3.26." twice, "3.28." after "3.26.".
    private static void Items(List<PlanDraft> drafts, PlanColumn column)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        string? last = null;
        foreach (var draft in drafts.Where(draft => draft.HasOwn(column)))
        {
            foreach (Match match in ItemNumber().Matches(draft.Text(column)))
            {
                var number = match.Value.Trim().TrimEnd('.');
                if (!seen.TryAdd(number, draft.Where)) draft.Flag(PlanFlags.Duplicate(number, PlanColumns.Name(column), seen[number]));
                else if (last is not null && Skips(last, number)) draft.Flag(PlanFlags.Skipped(last, number));
                last = number;
            }
        }
    }

    private static bool Skips(string last, string number)
    {
        var (before, after) = (last.Split('.'), number.Split('.'));
        return before.Length == after.Length && before.AsSpan(0, before.Length - 1).SequenceEqual(after.AsSpan(0, after.Length - 1))
            && int.TryParse(after[^1], out var next) && int.TryParse(before[^1], out var previous) && next > previous + 1;
    }

    [GeneratedRegex(@"^\d{1,3}[.)]?\s+\d{1,3}[.)]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    [GeneratedRegex(@"\d{1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<=^|[\n\u2029]\s*)\d{1,2}(?:\.\d{1,3})+\.?(?=\s|\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex ItemNumber();
}
