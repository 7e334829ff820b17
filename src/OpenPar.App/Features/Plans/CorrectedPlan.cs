using OpenPar.App.Data.Model.Plans;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Plans;

/// <summary>
/// The rows of a corrected file against the plan as it stands: what the file changed is taken, what people decided stays, and where
/// both changed the same text a person decides. What was confirmed once and is the same in the file is not asked again.
/// </summary>
internal static class CorrectedPlan
{
    public delegate PlanImportRow MakeRow(PlanImport import, int number, PlanRow row, PlanWords words, IReadOnlyList<PlanFlag> flags);

    public static List<PlanImportRow> Rows(PlanImport import, Plan plan, IReadOnlyList<PlanRowRecord> there, MakeRow make)
    {
        List<PlanWords> decided = [.. there.Select(row => PlanJson.ReadWords(row.Words))];
        // A row people wrote themselves has no older file; it is compared with itself.
        List<PlanWords> old = [.. there.Select((row, at) => row.Read is { } read ? PlanJson.ReadWords(read) : decided[at])];
        List<PlanWords> now = [.. plan.Rows.Select(row => PlanWords.Of(row, import.Year))];
        var pairs = PlanPairing.Of(old, now);
        var rows = new List<PlanImportRow>(now.Count);
        for (var at = 0; at < now.Count; at++)
        {
            var row = plan.Rows[at];
            if (pairs[at] is not { } before) rows.Add(make(import, at + 1, row, now[at], [NewInFile, .. row.Flags]));
            else rows.Add(Corrected(make(import, at + 1, row, PlanMerge.Of(old[before], decided[before], now[at]).Result, Flags(row, there[before], old[before], decided[before], now[at])), there[before], old[before], decided[before]));
        }

        var found = pairs.OfType<int>().ToHashSet();
        foreach (var at in Enumerable.Range(0, there.Count).Where(at => !found.Contains(at) && there[at].Read is not null))
            rows.Add(Corrected(Gone(import, rows.Count + 1, there[at]), there[at], old[at], decided[at]));
        return rows;
    }

    private static List<PlanFlag> Flags(PlanRow row, PlanRowRecord there, PlanWords old, PlanWords decided, PlanWords now)
    {
        var merge = PlanMerge.Of(old, decided, now);
        // The file says what it said: only what is still open of the review before.
        List<PlanFlag> flags = old.Equals(now) ? PlanJson.Read<List<PlanFlag>>(there.Flags) : [.. row.Flags];
        if (Names(merge, MergeKind.FromFile) is { Length: > 0 } taken)
            flags.Insert(0, new PlanFlag(PlanFlagKind.ChangedInFile, new LocalText($"Tệp mới đổi: {taken}.", $"The new file changes: {taken}.")));
        if (Names(merge, MergeKind.Conflict) is { Length: > 0 } both)
            flags.Insert(0, new PlanFlag(PlanFlagKind.Conflict, new LocalText($"Tệp mới và quyết định trước đây khác nhau ở: {both}. Đang giữ quyết định.", $"The new file and the decision before differ in: {both}. The decision stays for now.")));
        return flags;
    }

    private static string Names(PlanMerge merge, MergeKind kind) =>
        string.Join(", ", merge.Fields.Where(f => f.Kind == kind).Select(f => PlanFields.NameOf(f.Field).Vi));

    private static PlanImportRow Gone(PlanImport import, int number, PlanRowRecord there) => new()
    {
        ImportId = import.Id,
        Number = number,
        Annex = there.Annex,
        Words = there.Words,
        Flags = PlanJson.Write<IReadOnlyList<PlanFlag>>(there.LeftOut ? [] : [GoneFromFile]),
        State = ReviewState.Open,
    };

    private static PlanImportRow Corrected(PlanImportRow row, PlanRowRecord there, PlanWords old, PlanWords decided) => new()
    {
        ImportId = row.ImportId,
        Number = row.Number,
        Annex = row.Annex,
        Read = row.Read,
        Words = row.Words,
        Flags = row.Flags,
        Source = row.Source,
        PlanRowId = there.Id,
        Old = PlanJson.Write(old),
        Decided = PlanJson.Write(decided),
        State = there.LeftOut ? ReviewState.LeftOut : ReviewState.Open,
        Edited = there.LeftOut ? false : PlanJson.ReadWords(row.Words) is var words && row.Read is { } read && !words.Equals(PlanJson.ReadWords(read)),
    };

    private static PlanFlag NewInFile { get; } = new(PlanFlagKind.NewInFile, new LocalText("Kế hoạch chưa có dòng này; tệp mới thêm vào.", "The plan does not have this row yet; the new file adds it."));

    private static PlanFlag GoneFromFile { get; } = new(PlanFlagKind.GoneFromFile, new LocalText("Tệp mới không còn dòng này. Dòng được giữ trừ khi bạn bỏ.", "The new file no longer has this row. It stays unless you leave it out."));
}
