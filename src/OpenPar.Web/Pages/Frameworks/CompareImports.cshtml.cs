using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.EditAssignments)]
public sealed class CompareImportsModel(CompareImports.Handler handler, SetLeads.Handler setLeads, ShellState shell) : PageModel
{
    public CompareImports.View View { get; private set; } = null!;

    /// <summary>The row for which agencies other than those of the two files are being chosen.</summary>
    public CriterionCode? Editing { get; private set; }

    public string Here => Addresses.Compare(View.Left.Id, View.Right.Id);

    public async Task<IActionResult> OnGetAsync(Guid left, Guid right, string? edit, CancellationToken cancellationToken)
    {
        Editing = CriterionCode.TryParse(edit, out var code) ? code : null;
        return await ShowAsync(left, right, cancellationToken);
    }

    /// <summary>The choice is "left", "right" or "other" with the ticked agencies.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid left, Guid right, [FromForm] string? code, [FromQuery] string? choice, [FromForm] string[]? agencies, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new(new ImportId(left), new ImportId(right)), cancellationToken);
        if (!answer.Done || !CriterionCode.TryParse(code, out var row)) return NotFound();
        var difference = answer.Value.Differences.FirstOrDefault(d => d.Leaf.Code == row);
        if (difference is null) return NotFound();
        var (wanted, note) = choice switch
        {
            "left" => (Ids(difference.Left), $"Chọn theo {answer.Value.Left.FileName}"),
            "right" => (Ids(difference.Right), $"Chọn theo {answer.Value.Right.FileName}"),
            _ => (AgencyChoice.Read(agencies), "Chọn khi so sánh hai lần nhập"),
        };
        if (wanted.Count == 0)
        {
            ModelState.AddModelError("", Words.Say($"Dòng {row}: chọn ít nhất một cơ quan có trong danh mục.", $"Row {row}: choose at least one agency of the register."));
            Editing = row;
            return await ShowAsync(left, right, cancellationToken);
        }

        var done = await setLeads.HandleAsync(new(answer.Value.Framework.Id, row, wanted, null, note), cancellationToken);
        if (!done.Done)
        {
            ModelState.Refuse(done.Refusals);
            return await ShowAsync(left, right, cancellationToken);
        }

        Flash.Add(TempData, "success", Words.Say($"Đã quyết định dòng {row}.", $"Row {row} is decided."));
        return LocalRedirect($"{Addresses.Compare(new ImportId(left), new ImportId(right))}#row-{row}");
    }

    private static IReadOnlyList<AgencyId> Ids(CompareImports.Side side) => [.. side.Agencies.Select(a => a.Id)];

    private async Task<IActionResult> ShowAsync(Guid left, Guid right, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new(new ImportId(left), new ImportId(right)), cancellationToken);
        if (!answer.Done)
        {
            Flash.Add(TempData, "danger", answer.Refusals[0].Message.Show());
            return LocalRedirect("/assignments");
        }

        View = answer.Value;
        shell.Breadcrumbs.Add(new Breadcrumb("/assignments", Words.Say("Phân công", "Assignments")));
        return Page();
    }
}
