using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.ViewFrameworks)]
public sealed class ShowFrameworkDiffModel(ShowFrameworkDiff.Handler handler, ShowFrameworks.Handler frameworks, ShellState shell) : PageModel
{
    /// <summary>Rows on one page; long official texts would make the page too heavy for a slow line.</summary>
    private const int PageSize = 60;

    private const int PageSizeOfTexts = 8;

    public FrameworkPair Pair { get; private set; } = null!;

    /// <summary>Null until two frameworks were chosen.</summary>
    public ShowFrameworkDiff.View? View { get; private set; }

    public ShowFrameworkDiff.Kind Kind { get; private set; }

    public string? Query { get; private set; }

    /// <summary>The row whose texts are compared word by word, by its key.</summary>
    public string? Opened { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<RowDifference> Rows { get; private set; } = [];

    public string Here => $"{Addresses.Diff(View!.From.Id, View.To.Id)}&show={Kind}{(string.IsNullOrWhiteSpace(Query) ? "" : $"&q={Uri.EscapeDataString(Query)}")}{(Number > 1 ? $"&page={Number}" : "")}";

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<ShowFrameworkDiff.Kind>()
        .Select(kind => new SelectListItem($"{DiffNames.Of(kind).Show()} ({View?.Counts[kind] ?? 0})", kind.ToString(), kind == Kind));

    /// <summary>Whether the texts of a row are shown in full.</summary>
    public bool Shows(RowDifference row) => Opened == row.Continuation.Key || Kind is ShowFrameworkDiff.Kind.Texts or ShowFrameworkDiff.Kind.Rule;

    public async Task<IActionResult> OnGetAsync(string? from, string? to, string? show, string? q, string? row, [FromQuery(Name = "page")] string? page, CancellationToken cancellationToken)
    {
        Pair = await FrameworkPair.OfAsync(frameworks, from, to, cancellationToken);
        Kind = Enum.TryParse<ShowFrameworkDiff.Kind>(show, out var known) && Enum.IsDefined(known) ? known : ShowFrameworkDiff.Kind.All;
        (Query, Opened) = (q, row);
        shell.Breadcrumbs.Add(new Breadcrumb("/frameworks", Words.Say("Bộ chỉ số", "Frameworks")));
        if (!Pair.Asked) return Page();
        var answer = Pair.Ids is { } ids ? await handler.HandleAsync(new(ids.From, ids.To, Kind, q), cancellationToken) : ShowMapping.Refusals.FrameworkUnknown;
        if (!answer.Done)
        {
            ModelState.Refuse(answer.Refusals);
            return Page();
        }

        View = answer.Value;
        var size = Kind is ShowFrameworkDiff.Kind.Texts or ShowFrameworkDiff.Kind.Rule ? PageSizeOfTexts : PageSize;
        Pages = Math.Max(1, (View.Rows.Count + size - 1) / size);
        // An opened row is shown on the page it stands on.
        var here = 1 + (Math.Max(0, View.Rows.ToList().FindIndex(r => r.Continuation.Key == row)) / size);
        Number = int.TryParse(page, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, Pages) : here;
        Rows = [.. View.Rows.Skip((Number - 1) * size).Take(size)];
        return Page();
    }
}
