using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>Hands in the rows of one criterion that a supplier has filled for other units.</summary>
[Requires(Permission.ScoreRows)]
public sealed class SubmitSuppliedRowsModel(SubmitSuppliedRows.Handler handler, ShellState shell) : SheetPage(shell)
{
    private const int Named = 5;

    public IActionResult OnGet(Guid round, string? code) => Redirect(TableOf(round, code));

    public async Task<IActionResult> OnPostAsync(Guid round, string? code, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new RoundId(round), CriterionCode.TryParse(code, out var wanted) ? wanted : null, cancellationToken);
        if (!answer.Done) return await RefusedAsync(answer.Refusals, () => Task.FromResult<IActionResult>(Page()));
        var (done, left) = answer.Value;
        if (done > 0) Flash.Add(TempData, "success", Words.Say($"Đã nộp số liệu của {done} đơn vị.", $"Handed in for {done} units."));
        foreach (var (needs, units) in left.GroupBy(l => l.Needs.Message).Select(g => (g.Key, g.Select(l => l.Unit).ToList())))
        {
            var names = string.Join(", ", units.Take(Named)) + (units.Count > Named ? ", …" : "");
            Flash.Add(TempData, "warning", Words.Say($"Chưa nộp được {units.Count} đơn vị ({names}): {needs.Vi}", $"Not handed in for {units.Count} units ({names}): {needs.En}"));
        }

        return Redirect(TableOf(round, code));
    }

    private static string TableOf(Guid round, string? code) => $"/rounds/{round}/supply?code={Uri.EscapeDataString(code ?? "")}";
}
