using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>What people typed into rows, without what the system brings, and in words.</summary>
internal static class TypedRows
{
    /// <summary>The figures of a row that its agency declares.</summary>
    public static IEnumerable<FactDefinition> Declared(Row row, Criterion? criterion) =>
        (criterion?.Rule?.Needs ?? []).Where(f => f.From is null && (!PastFigures.IsPast(f) || row.Origins.GetValueOrDefault(f.Name)?.Source is not null));

    public static TypedRow Of(Row row, Criterion? criterion) => new(
        Declared(row, criterion).Where(f => row.Facts.ContainsKey(f.Name)).ToDictionary(f => f.Name, f => row.Facts[f.Name]), new Dictionary<string, string>(row.Unread), row.ProposedPoints,
        row.Absence, row.Explanation);

    /// <summary>Everything that was typed, in words.</summary>
    public static LocalText Words(TypedRow typed, Criterion? criterion)
    {
        var parts = new List<LocalText>();
        if (typed.Absence is { } absence) parts.Add(RowAbsenceNames.Of(absence));
        foreach (var fact in (criterion?.Rule?.Needs ?? []).Where(f => typed.Facts.ContainsKey(f.Name)))
        {
            var shown = FactText.Show(criterion!.Rule!, fact, typed.Facts[fact.Name]);
            parts.Add(new LocalText($"{fact.Label}: {shown.Vi}", $"{fact.Label}: {shown.En}"));
        }

        parts.AddRange(typed.Unread.Values.Select(text => new LocalText($"đã gõ “{text}”", $"typed “{text}”")));
        if (typed.ProposedPoints is { } points) parts.Add(new LocalText($"đề nghị {NumberText.Write(points)} điểm", $"proposes {NumberText.Write(points)} points"));
        if (typed.Explanation is { } explanation) parts.Add(new LocalText($"giải trình: {explanation}", $"explanation: {explanation}"));
        return parts.Count == 0
            ? new LocalText("để trống", "left empty")
            : new LocalText(string.Join("; ", parts.Select(p => p.Vi)), string.Join("; ", parts.Select(p => p.En)));
    }
}
