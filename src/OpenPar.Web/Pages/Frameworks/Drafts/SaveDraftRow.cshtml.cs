using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

/// <summary>The autosave and the save button of a row. The autosave gets what changed around the form: version, findings, words.</summary>
[Requires(Permission.EditFrameworks)]
public sealed class SaveDraftRowModel(SaveDraftRow.Handler save, ShowDraft.Handler show, ShellState shell) : DraftPage(show, shell)
{
    /// <summary>Somebody came back here by the address bar or after signing in again.</summary>
    public IActionResult OnGet(Guid draft, int row) => LocalRedirect(DraftAddresses.Of(new DraftId(draft), row));

    public async Task<IActionResult> OnPostAsync(Guid draft, int row, string? version, CancellationToken cancellationToken)
    {
        var typed = Typed();
        var answer = await save.HandleAsync(new(new DraftId(draft), row, Number(version) ?? 0, typed), cancellationToken);
        if (answer.Done && !Fragment) return LocalRedirect(DraftAddresses.Of(new DraftId(draft), row));
        if (answer.Done) return await LoadAsync(draft, row, cancellationToken) ? Partial("_RowSaved", this) : NotFound();
        var shown = await RefusedAsync(draft, row, answer.Refusals, cancellationToken);
        if (View?.Row is { } stored) Conflict = DraftDifferences.Of(stored.Text, typed with { Rule = stored.Text.Rule });
        return Fragment && View is not null ? Partial("_RowRefused", this) : shown;
    }

    private DraftText Typed() => new()
    {
        Code = Field("code"),
        Title = Field("title"),
        MaxPoints = Field("maxPoints"),
        Method = Enum.TryParse<ScoringMethod>(Field("method"), out var method) && Enum.IsDefined(method) ? method : ScoringMethod.Unknown,
        NotApplicable = Enum.TryParse<NotApplicablePolicy>(Field("notApplicable"), out var policy) && Enum.IsDefined(policy) ? policy : NotApplicablePolicy.Unstated,
        Requirement = Field("requirement"),
        RuleText = Field("ruleText"),
        Guidance = Field("guidance"),
        Note = Field("note"),
        Evidence = Field("evidence"),
        Source = Field("source"),
    };

    private string Field(string name) => Request.Form[name].ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
}
