using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Composed;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Papers;

/// <summary>
/// What stands behind a verification code. Open to whoever holds a paper, signed in or not; codes cannot be tried at any speed.
/// </summary>
[AllowAnonymous]
public sealed class ShowPaperModel(ShowPaper.Handler handler, PaperThrottle throttle, Actor actor, ShellState shell) : PageModel
{
    /// <summary>What was typed.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>The record; null while no code was asked, or for one that opens nothing.</summary>
    public ShowPaper.View? View { get; private set; }

    public DateOnly FirstDay => DateOnly.FromDateTime(View!.Record.MadeAt.ToVietnam());

    public DateOnly LastDay => DateOnly.FromDateTime(View!.LastMadeAt.ToVietnam());

    public bool SignedIn => actor.UserId is not null;

    public async Task<IActionResult> OnGetAsync(string? code, string? typed, CancellationToken cancellationToken)
    {
        Typed = (code ?? typed ?? "").Trim();
        if (Typed.Length == 0) return Page();
        if (!throttle.Allows(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("typed", Words.Say("Có quá nhiều lần tra cứu. Hãy chờ một phút rồi thử lại.", "There were too many look-ups. Wait a minute and try again."));
            return Page();
        }

        if (!PaperCode.TryParse(Typed, out var asked)) return Unknown(Words.Say("Mã xác thực gồm 20 chữ và số, in ở chân mỗi trang, ví dụ 7F3A-91C2-K0ZQ-5WMT-8DHN.", "A verification code has 20 letters and digits; it stands at the foot of each page."));
        if (code is null) return LocalRedirect($"/papers/{asked}");
        if (await handler.HandleAsync(asked, cancellationToken) is not { } view) return Unknown(Words.Say("Không có văn bản nào mang mã này. Kiểm tra lại từng ký tự; nếu mã đúng như in thì văn bản không do hệ thống này lập.", "No paper carries this code. Check every character; if it is as printed, the paper was not made by this system."));
        View = view;
        shell.Demonstration |= view.Record.Demonstration;
        return Page();
    }

    /// <summary>A cell as the paper printed it.</summary>
    public string Show(PaperCell cell, PaperColumn column) => CellText.Of(cell, column.Kind, View!.State!.Rounding);

    private PageResult Unknown(string message)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        ModelState.AddModelError("typed", message);
        return Page();
    }
}
