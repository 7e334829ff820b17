using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

/// <summary>Points for tried figures: a fragment for the page that asks while somebody types, else the editor with the panel filled.</summary>
[Requires(Permission.EditFrameworks)]
public sealed class TryDraftRuleModel(ShowDraft.Handler show, TryDraftRule.Handler tryOut, ShellState shell) : DraftPage(show, shell)
{
    private const string FactPrefix = "f.";

    /// <summary>Name of the form field of a fact.</summary>
    public static string FieldOf(string fact) => FactPrefix + fact;

    /// <summary>Tried figures of a query or form, by fact name.</summary>
    public static Dictionary<string, string?> TypedIn(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.Where(f => f.Key.StartsWith(FactPrefix, StringComparison.Ordinal)).ToDictionary(f => f.Key[FactPrefix.Length..], f => (string?)f.Value.ToString());
    }

    public async Task<IActionResult> OnGetAsync(Guid draft, string? row, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(draft, Number(row), cancellationToken)) return NotFound();
        Tried = await tryOut.HandleAsync(new(View.Draft.Id, Number(row), TypedIn(Request.Query)), cancellationToken);
        return Fragment ? Partial("_TryResult", this) : Page();
    }
}
