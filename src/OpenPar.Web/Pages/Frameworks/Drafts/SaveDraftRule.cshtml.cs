using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks.Drafting;
using OpenPar.Core.Rules.Forms;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

/// <summary>The form of a rule: autosave, save button, and the buttons that add and remove rows of its lists.</summary>
[Requires(Permission.EditFrameworks)]
[RequestFormLimits(ValueCountLimit = TypedTree.MostFields + 16)]
public sealed class SaveDraftRuleModel(SaveDraftRule.Handler save, TryDraftRule.Handler tryOut, ShowDraft.Handler show, ShellState shell) : DraftPage(show, shell)
{
    public IActionResult OnGet(Guid draft, int row) => LocalRedirect(DraftAddresses.Of(new DraftId(draft), row));

    public async Task<IActionResult> OnPostAsync(Guid draft, int row, string? version, string? act, CancellationToken cancellationToken)
    {
        var typed = Typed();
        var (what, path) = Act(act);
        var answer = await save.HandleAsync(new(new DraftId(draft), row, Number(version) ?? 0, typed, what, path, Request.Form["keep"].OfType<string>().ToList()), cancellationToken);
        if (answer.Done && !Fragment) return LocalRedirect(DraftAddresses.Of(new DraftId(draft), row) + Unfold(act) + "#rule");
        if (answer.Done) return await SavedAsync(draft, row, cancellationToken);
        PostedRule = typed;
        var shown = await RefusedAsync(draft, row, answer.Refusals, cancellationToken);
        if (View?.Row is { } stored) Conflict = DraftDifferences.Of(stored.Text, stored.Text with { Rule = typed });
        return Fragment && View is not null ? Partial("_RuleRefused", this) : shown;
    }

    private string Unfold(string? act)
    {
        var path = act?.StartsWith("open:", StringComparison.Ordinal) == true ? act["open:".Length..] : Unfolded;
        return path.Length == 0 ? "" : "&open=" + Uri.EscapeDataString(path);
    }

    // Figures that are being tried come along, so that the changed rule answers for them at once.
    private async Task<IActionResult> SavedAsync(Guid draft, int row, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(draft, row, cancellationToken)) return NotFound();
        if (View.Criterion?.Rule is not null && TryDraftRuleModel.TypedIn(Request.Form) is { Count: > 0 } tried && tried.Values.Any(t => t?.Length > 0))
            Tried = await tryOut.HandleAsync(new(View.Draft.Id, row, tried), cancellationToken);
        return Partial("_RuleSaved", this);
    }

    private JsonObject Typed() => TypedTree.OfFields(
        from field in Request.Form
        where field.Key.StartsWith(DraftFields.RulePrefix, StringComparison.Ordinal)
        let text = field.Value.ToString().Replace("\r\n", "\n", StringComparison.Ordinal)
        select KeyValuePair.Create(field.Key[DraftFields.RulePrefix.Length..], new string([.. text.Where(c => c is '\n' or '\t' || !char.IsControl(c))])));

    private static (SaveDraftRule.Act Act, string Path) Act(string? act)
    {
        var colon = act?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        var path = colon < 0 ? "" : act![(colon + 1)..];
        return (colon < 0 ? act : act![..colon]) switch
        {
            "add" => (SaveDraftRule.Act.Add, path),
            "remove" => (SaveDraftRule.Act.Remove, path),
            "clear" => (SaveDraftRule.Act.Clear, ""),
            _ => (SaveDraftRule.Act.None, ""),
        };
    }
}
