using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>Names of the fields of a table of figures, and what was posted in them: <c>f.{row}.{fact}</c>, <c>p.{row}</c>, <c>e.{row}</c>, <c>v.{row}</c>.</summary>
public static class FillForm
{
    /// <summary>Fields of the largest table: a criterion of several figures over all units of a province.</summary>
    public const int MostValues = 20_000;

    public static string Fact(RowId row, string fact) => $"f.{row.Value:N}.{fact}";

    public static string Points(RowId row) => $"p.{row.Value:N}";

    public static string Explanation(RowId row) => $"e.{row.Value:N}";

    public static string Version(RowId row) => $"v.{row.Value:N}";

    /// <summary>The posted rows, in the order of the form.</summary>
    public static List<FillRows.Entry> Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var entries = new List<FillRows.Entry>();
        foreach (var key in form.Keys.Where(k => k.StartsWith("v.", StringComparison.Ordinal)))
        {
            if (!Guid.TryParseExact(key[2..], "N", out var id)) continue;
            var row = new RowId(id);
            var prefix = Fact(row, "");
            var facts = form.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(k => k[prefix.Length..], k => (string?)form[k].ToString());
            var version = uint.TryParse(form[key], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
            entries.Add(new FillRows.Entry(row, version, facts, Given(form, Points(row)), Given(form, Explanation(row))));
        }

        return entries;
    }

    /// <summary>Keeps what could not be saved in its fields, with the refusals beside them, each beginning with the name of its row.</summary>
    public static void Keep(ModelStateDictionary state, IReadOnlyList<FillRows.Outcome> outcomes, IReadOnlyDictionary<RowId, string> names)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(names);
        foreach (var outcome in outcomes)
        {
            var name = names.TryGetValue(outcome.Entry.Row, out var known) ? known + ": " : "";
            var row = outcome.Entry.Row;
            foreach (var (fact, typed) in outcome.Entry.Facts) state.Keep(Fact(row, fact), typed);
            if (outcome.Entry.Points is { } points) state.Keep(Points(row), points);
            if (outcome.Entry.Explanation is { } explanation) state.Keep(Explanation(row), explanation);
            state.Refuse(outcome.Refused.Select(r => r with { Message = new LocalText(name + r.Message.Vi, name + r.Message.En) }), field => field switch
            {
                TypedFacts.PointsField => Points(row),
                "explanation" => Explanation(row),
                _ => outcome.Entry.Facts.ContainsKey(field) ? Fact(row, field) : outcome.Entry.Facts.Keys.Select(f => Fact(row, f)).FirstOrDefault(Explanation(row)),
            });
        }
    }

    private static string? Given(IFormCollection form, string key) => form.TryGetValue(key, out var value) ? value.ToString() : null;
}
