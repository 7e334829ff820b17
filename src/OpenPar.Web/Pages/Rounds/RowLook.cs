using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;
using OpenPar.Web.Components;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>How states and facts look on pages.</summary>
public static class RowLook
{
    public static StatusKind Of(RowState state) => state switch
    {
        RowState.InProgress => StatusKind.Info,
        RowState.Submitted => StatusKind.Warning,
        RowState.Returned => StatusKind.Danger,
        RowState.Appraised => StatusKind.Success,
        _ => StatusKind.Neutral,
    };

    public static StatusKind Of(RoundState state) => state switch
    {
        RoundState.Open => StatusKind.Success,
        RoundState.Closed => StatusKind.Neutral,
        _ => StatusKind.Info,
    };

    /// <summary>The kind of form field a fact is typed into.</summary>
    public static FieldKind FieldOf(FactDefinition fact) => fact.Type == FactType.Choice ? FieldKind.Radios : FieldKind.Number;

    /// <summary>The options of a choice, the stored one ticked; null for figures.</summary>
    public static IEnumerable<SelectListItem>? ItemsOf(Rule rule, FactDefinition fact, IReadOnlyDictionary<string, FactValue> facts) =>
        fact.Type != FactType.Choice ? null : TypedFacts.OptionsOf(rule, fact.Name).Select(o => new SelectListItem(
            $"{o.Label}: {NumberText.Write(o.Points)}", o.Key, facts.GetValueOrDefault(fact.Name).Choice == o.Key));

    /// <summary>The stored value of a fact as it is typed.</summary>
    public static string? ValueOf(FactDefinition fact, IReadOnlyDictionary<string, FactValue> facts) =>
        !facts.TryGetValue(fact.Name, out var value) ? null : value.Choice ?? (value.Number is { } number ? NumberText.Write(number) : null);

    /// <summary>What stands behind the field: its unit, and how numbers may be typed.</summary>
    public static string? HintOf(FactDefinition fact) => fact.Type switch
    {
        FactType.Choice => null,
        FactType.Percent => "%",
        FactType.Money => fact.Unit ?? "đồng",
        _ => fact.Unit,
    };

    /// <summary>The value of a fact as a reader sees it.</summary>
    public static string Written(Rule rule, FactDefinition fact, IReadOnlyDictionary<string, FactValue> facts)
    {
        if (!facts.TryGetValue(fact.Name, out var value)) return "—";
        if (value.Choice is { } key) return TypedFacts.OptionsOf(rule, fact.Name).FirstOrDefault(o => o.Key == key)?.Label ?? key;
        var unit = fact.Type == FactType.Percent ? "%" : fact.Unit is null ? "" : " " + fact.Unit;
        return value.Number is { } number ? NumberText.Write(number) + unit : "—";
    }
}
