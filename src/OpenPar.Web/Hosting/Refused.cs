using Microsoft.AspNetCore.Mvc.ModelBinding;
using OpenPar.Core;

namespace OpenPar.Web.Hosting;

/// <summary>Puts the refusals of a use case beside the fields they belong to.</summary>
public static class Refused
{
    /// <summary>Adds every refusal; those without a field stand above the form. A prefix maps fact names to field names.</summary>
    public static void Refuse(this ModelStateDictionary state, IEnumerable<Refusal> refusals, Func<string, string>? fieldOf = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach (var refusal in refusals)
        {
            var field = refusal.Field is null ? "" : fieldOf?.Invoke(refusal.Field) ?? refusal.Field;
            state.AddModelError(field, refusal.Message.Show());
        }
    }

    /// <summary>Keeps what was typed into a field for the page that shows the refusal.</summary>
    public static void Keep(this ModelStateDictionary state, string field, string? typed)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (typed is null) return;
        state.SetModelValue(field, typed, typed);
        // A value that nobody judged would make the whole form count as refused.
        if (state[field] is { ValidationState: ModelValidationState.Unvalidated } kept) kept.ValidationState = ModelValidationState.Valid;
    }
}
