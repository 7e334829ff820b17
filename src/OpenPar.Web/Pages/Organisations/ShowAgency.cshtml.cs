using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Organisations;

[Requires(Permission.ViewAgencies)]
public sealed class ShowAgencyModel(ShowAgency.Handler handler, ListFormerSheets.Handler former, Actor actor, ShellState shell) : PageModel
{
    public ShowAgency.View View { get; private set; } = null!;

    /// <summary>Sheets of the units the agency continues, where the person may read them.</summary>
    public IReadOnlyList<ListFormerSheets.Line> FormerSheets { get; private set; } = [];

    public bool MayEdit => actor.May(Permission.EditAgencies);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!AgencyId.TryParse(id, out var agency)) return NotFound();
        if (await handler.HandleAsync(new(agency), cancellationToken) is not { } view) return NotFound();
        View = view;
        FormerSheets = await former.OfAgencyAsync(agency, cancellationToken);
        shell.Breadcrumbs.Add(new Breadcrumb("/agencies", Words.Say("Cơ quan, đơn vị", "Agencies")));
        return Page();
    }

    /// <summary>Words of the history for a field of the audit log.</summary>
    public static string FieldName(string field) => field switch
    {
        "name" => "Tên",
        "kind" => "Loại",
        "parent" => "Cấp trên",
        "aliases" => "Tên gọi khác",
        "validFrom" => "Từ ngày",
        "validTo" => "Đến hết ngày",
        _ => field,
    };

    /// <summary>Words of the history for a use case.</summary>
    public static string ActionName(string action) => action switch
    {
        nameof(AddAgency) => "Thêm cơ quan",
        nameof(EditAgency) => "Sửa thông tin",
        nameof(OpenPar.App.Features.Organisations.Reorganisations.ApplyReorganisation) => "Sắp xếp đơn vị",
        nameof(OpenPar.App.Features.Organisations.Reorganisations.RevokeReorganisation) => "Thu hồi việc sắp xếp đơn vị",
        _ => action,
    };

    /// <summary>Words of the history for a value; kinds and days are kept in the log by their code names.</summary>
    public static string? ValueName(string field, string? value) => field switch
    {
        "kind" when Enum.TryParse<AgencyKind>(value, ignoreCase: true, out var kind) => OrganisationNames.Of(kind).Show(),
        "validFrom" or "validTo" when DateOnly.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var day) => Components.Display.DayText(day),
        _ => value,
    };
}
