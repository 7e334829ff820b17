using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

[Requires(Permission.EditFrameworks)]
public sealed class SaveDraftHeadModel(SaveDraftHead.Handler save, ShowDraft.Handler show, ShellState shell) : DraftPage(show, shell)
{
    public IActionResult OnGet(Guid draft) => LocalRedirect(DraftAddresses.Of(new DraftId(draft)));

    public async Task<IActionResult> OnPostAsync(Guid draft, string? seen, CancellationToken cancellationToken)
    {
        var answer = await save.HandleAsync(new(new DraftId(draft), seen ?? "", Typed()), cancellationToken);
        if (answer.Done && !Fragment) return LocalRedirect(DraftAddresses.Of(new DraftId(draft)));
        if (answer.Done) return await LoadAsync(draft, null, cancellationToken) ? Partial("_HeadSaved", this) : NotFound();
        var shown = await RefusedAsync(draft, null, answer.Refusals, cancellationToken);
        return Fragment && View is not null ? Partial("_HeadRefused", this) : shown;
    }

    private DraftHead Typed() => new()
    {
        Identity = Field(DraftFields.Identity),
        Title = Field(DraftFields.Title),
        DecisionNumber = Field(DraftFields.DecisionNumber),
        Issuer = Field(DraftFields.Issuer),
        IssuedOn = Field(DraftFields.IssuedOn),
        Annex = Field("annex"),
        GuidanceDocument = Field("guidanceDocument"),
        FirstYear = Field(DraftFields.FirstYear),
        LastYear = Field(DraftFields.LastYear),
        TotalPoints = Field(DraftFields.TotalPoints),
        RoundingDigits = Field(DraftFields.RoundingDigits),
        RoundingMode = Enum.TryParse<RoundingMode>(Field("roundingMode"), out var mode) && Enum.IsDefined(mode) ? mode : RoundingMode.HalfUp,
    };

    private string Field(string name) => Request.Form[name].ToString();
}
