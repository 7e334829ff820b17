using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ViewRounds)]
public sealed class ShowSheetModel(ShowSheet.Handler handler, ListFormerSheets.Handler former, Actor actor, ShellState shell) : PageModel
{
    public ShowSheet.View View { get; private set; } = null!;

    /// <summary>Nodes in order; those that are not scored have no row.</summary>
    public IReadOnlyList<(Criterion Criterion, ShowSheet.RowLine? Row)> Lines { get; private set; } = [];

    /// <summary>Sheets this one continues after a reorganisation.</summary>
    public IReadOnlyList<ListFormerSheets.Line> Before { get; private set; } = [];

    /// <summary>Sheets that continue this one; empty unless it is history.</summary>
    public IReadOnlyList<ListFormerSheets.Line> After { get; private set; } = [];

    public string? Query { get; private set; }

    public RowState? State { get; private set; }

    public int Shown => Lines.Count(l => l.Row is not null);

    public bool MayScore => actor.May(Permission.ScoreRows);

    public bool MayDelegate => actor.May(Permission.DelegateRows) && View.InOrder.Any(r => actor.Agency is { } own && r.Owners.Contains(own));

    public bool MaySeeResults => actor.May(Permission.ViewResults);

    public async Task<IActionResult> OnGetAsync(Guid sheet, string? q, string? state, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new SheetId(sheet), cancellationToken) is not { } view) return NotFound();
        View = view;
        Query = q;
        State = Enum.TryParse<RowState>(state, out var wanted) ? wanted : null;
        Lines = Filtered();
        Before = await former.BeforeAsync(view.Round.Sheet, cancellationToken);
        After = view.Round.SheetState == SheetState.Retired ? await former.AfterAsync(view.Round.Sheet, cancellationToken) : [];
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{view.Round.Id.Value}", view.Round.Title));
        return Page();
    }

    public int Count(RowState state) => View.Rows.Values.Count(r => r.State == state);

    public decimal? Rounded(decimal? points) => View.Framework.Rounding.Apply(points);

    /// <summary>A class for each state; the text says the same.</summary>
    public string StatusClass(RowState state) => StatusTagHelper.ClassOf(RowLook.Of(state));

    private List<(Criterion Criterion, ShowSheet.RowLine? Row)> Filtered()
    {
        var wanted = View.InOrder.Where(Wanted).ToDictionary(r => r.Code);
        var above = wanted.Keys.SelectMany(Ancestors).ToHashSet();
        return [.. View.Framework.Criteria
            .Where(c => wanted.ContainsKey(c.Code) || above.Contains(c.Code))
            .Select(c => (c, wanted.GetValueOrDefault(c.Code)))];
    }

    private static IEnumerable<CriterionCode> Ancestors(CriterionCode code)
    {
        for (var above = code.Parent; above is { } parent; above = parent.Parent) yield return parent;
    }

    private bool Wanted(ShowSheet.RowLine row)
    {
        if (State is { } state && row.State != state) return false;
        if (string.IsNullOrWhiteSpace(Query)) return true;
        return row.Code.ToString() == Query.Trim().TrimEnd('.')
            || VietnameseText.Matches($"{View.Framework.Find(row.Code)!.Title} {View.OwnerNames(row)}", Query);
    }
}
