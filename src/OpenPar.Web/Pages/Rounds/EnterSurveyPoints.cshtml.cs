using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.EnterSurveyPoints)]
public sealed class EnterSurveyPointsModel(ShowRow.Handler rows, ShellState shell, EnterSurveyPoints.Handler handler) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, string? points, string? source, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var answer = await handler.HandleAsync(new EnterSurveyPoints.Command(id, TypedFacts(), points, source), cancellationToken);
        if (!answer.Done) return await RefusedAsync(id, answer.Refusals, cancellationToken);
        var written = NumberText.Write(answer.Value, 6);
        Flash.Add(TempData, "success", Words.Say($"Đã ghi kết quả điều tra: {written} điểm.", $"Survey result kept: {written} points."));
        return Redirect(UrlOf(id));
    }
}
