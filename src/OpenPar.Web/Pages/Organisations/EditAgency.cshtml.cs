using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Organisations;

[Requires(Permission.EditAgencies)]
public sealed class EditAgencyModel(EditAgency.Handler handler, ShowAgency.Handler show, ListAgencies.Handler register, ShellState shell) : PageModel
{
    public AgencyForm Form { get; private set; } = new();

    public ShowAgency.View View { get; private set; } = null!;

    /// <summary>True when somebody else saved in between: both versions are shown.</summary>
    public bool Conflict { get; private set; }

    public string Version => View.Version.ToString(CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await ShowAsync(id, null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string id, [FromForm] AgencyForm form, [FromForm] string? version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!AgencyId.TryParse(id, out var agency) || !uint.TryParse(version, CultureInfo.InvariantCulture, out var seen)) return NotFound();
        var entry = form.Read(ModelState);
        if (ModelState.IsValid)
        {
            var answer = await handler.HandleAsync(new(agency, seen, entry), cancellationToken);
            if (answer.Done)
            {
                Flash.Add(TempData, "success", Words.Say("Đã lưu cơ quan.", "The agency was saved."));
                return LocalRedirect($"/agencies/{agency}");
            }

            Conflict = answer.Refusals.Any(r => r.Code == EditAgency.Refusals.ChangedMeanwhile.Code);
            ModelState.Refuse(answer.Refusals);
        }

        return await ShowAsync(id, form, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(string id, AgencyForm? typed, CancellationToken cancellationToken)
    {
        if (!AgencyId.TryParse(id, out var agency) || await show.HandleAsync(new(agency), cancellationToken) is not { } view) return NotFound();
        View = view;
        var others = (await register.HandleAsync(cancellationToken)).Where(a => a.Id != agency);
        Form = (typed ?? AgencyForm.Of(view.Agency)).Offering([.. others]);
        shell.Breadcrumbs.Add(new Breadcrumb("/agencies", Words.Say("Cơ quan, đơn vị", "Agencies")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/agencies/{agency}", view.Agency.Name));
        return Page();
    }
}
