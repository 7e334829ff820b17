using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features;
using OpenPar.App.Features.Evidence;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

[Requires(Permission.ViewEvidence)]
public sealed class ListDocumentsModel(ListDocuments.Handler handler, ShellState shell, TimeProvider time, Actor actor) : PageModel
{
    public ListDocuments.Result Result { get; private set; } = null!;

    public string? Query { get; private set; }

    public ListDocuments.Shown Show { get; private set; }

    public DateOnly Today => time.Today();

    public bool MayAdd => actor.May(Permission.AddEvidence);

    /// <summary>Which documents can be asked for.</summary>
    public IReadOnlyList<(ListDocuments.Shown Value, string Label)> Choices =>
    [
        (ListDocuments.Shown.All, Words.Say("Tất cả", "All")),
        (ListDocuments.Shown.Unused, Words.Say("Chưa dùng ở đâu", "Not used")),
        (ListDocuments.Shown.Expired, Words.Say("Hết hiệu lực", "Expired")),
        (ListDocuments.Shown.Archived, Words.Say("Đã lưu trữ", "Archived")),
        (ListDocuments.Shown.NotScanned, Words.Say("Chưa quét hoặc có mã độc", "Not scanned or infected")),
    ];

    public async Task OnGetAsync(string? q, ListDocuments.Shown show, [FromQuery(Name = "page")] int? number, CancellationToken cancellationToken)
    {
        (Query, Show) = (q, show);
        Result = await handler.HandleAsync(new(q, show, number ?? 1), cancellationToken);
        shell.Demonstration |= Result.Items.Any(i => i.Demonstration);
    }
}
