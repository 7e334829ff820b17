using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

[Requires(Permission.EditFrameworks)]
public sealed class SuggestDraftRuleModel(SuggestDraftRule.Handler suggest, ShowDraft.Handler show, ShellState shell) : DraftPage(show, shell)
{
    public IActionResult OnGet(Guid draft) => LocalRedirect(DraftAddresses.Of(new DraftId(draft)));

    public async Task<IActionResult> OnPostAsync(Guid draft, string? row, string? all, CancellationToken cancellationToken)
    {
        var answer = await suggest.HandleAsync(new(new DraftId(draft), all == "true" ? null : Number(row)), cancellationToken);
        if (answer.Done) Flash.Add(TempData, answer.Value.Unsure == 0 ? "success" : "warning", Say(answer.Value));
        return await BackAsync(answer, draft, _ => Number(row), Number(row), cancellationToken);
    }

    private static string Say(SuggestDraftRule.Suggested done)
    {
        if (done.Read > 1)
            return Words.Say($"Đã đọc {done.Read} quy tắc từ văn bản, {done.Unsure} quy tắc chưa chắc chắn. Đối chiếu từng quy tắc với lời văn.", $"{done.Read} rules were read, {done.Unsure} of them unsure. Compare each with its text.");
        if (done.Unsure == 0) return Words.Say("Đã đọc quy tắc từ văn bản. Đối chiếu với lời văn bên dưới rồi hãy dùng.", "The rule was read. Compare it with the text below.");
        var unread = done.Unread.Count == 0 ? "" : $" “{string.Join("”, “", done.Unread.Take(5))}”";
        return Words.Say($"Đã đọc quy tắc nhưng chưa chắc chắn{(unread.Length > 0 ? "; chưa hiểu:" + unread : "")}. Đối chiếu từng ô với lời văn.", $"The rule was read, but unsurely{(unread.Length > 0 ? "; not understood:" + unread : "")}. Compare every field with the text.");
    }
}
