using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.AppraiseRows)]
public sealed class ShowQueueModel(ShowQueue.Handler handler, ShellState shell) : PageModel
{
    public ShowQueue.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid round, [FromQuery(Name = "page")] string? at, CancellationToken cancellationToken)
    {
        var filter = QueuePlace.Read(name => Request.Query[name]);
        var page = int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        if (await handler.HandleAsync(new RoundId(round), filter, page, cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Round.Title));
        return Page();
    }

    /// <summary>The declared figures of a row in one line.</summary>
    public string Declared(ShowQueue.Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Line.Absence is { } absence) return RowAbsenceNames.Of(absence).Show();
        if (item.Line.Criterion.Rule is not { Needs.Count: > 0 } rule) return "—";
        return string.Join("; ", rule.Needs.Where(f => item.Facts.ContainsKey(f.Name)).Take(4).Select(f => $"{f.Label}: {RowLook.Written(rule, f, item.Facts)}"));
    }

    public static string NameOf(QueueOnly only) => only switch
    {
        QueueOnly.Changed => Words.Say("Điểm khác năm trước", "Points other than last year"),
        QueueOnly.WithoutEvidence => Words.Say("Không có tài liệu", "Without evidence"),
        QueueOnly.Below => Words.Say("Kết quả thấp hơn quy tắc", "Decided below the rule"),
        QueueOnly.Above => Words.Say("Kết quả cao hơn quy tắc", "Decided above the rule"),
        QueueOnly.Computed => Words.Say("Tự chấm bằng điểm quy tắc", "Self equals the rule"),
        QueueOnly.ByHand => Words.Say("Chấm trực tiếp", "Points by hand"),
        _ => throw new ArgumentOutOfRangeException(nameof(only)),
    };

    public static string NameOf(QueueSort sort) => sort switch
    {
        QueueSort.Unit => Words.Say("Đơn vị", "Unit"),
        QueueSort.Code => Words.Say("Tiêu chí", "Criterion"),
        QueueSort.Points => Words.Say("Điểm tự chấm giảm dần", "Own points, most first"),
        QueueSort.Evidence => Words.Say("Số tài liệu tăng dần", "Evidence, least first"),
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };
}
