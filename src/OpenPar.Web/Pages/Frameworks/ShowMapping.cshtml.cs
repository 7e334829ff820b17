using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.EditAssignments)]
public sealed class ShowMappingModel(ShowMapping.Handler show, DecideMappings.Handler decide, ShowFrameworks.Handler frameworks, ShellState shell) : PageModel
{
    public FrameworkPair Pair { get; private set; } = null!;

    /// <summary>Null until two frameworks were chosen.</summary>
    public ShowMapping.View? View { get; private set; }

    /// <summary>The rows that are being changed, by their key.</summary>
    public string? Editing { get; private set; }

    public string Here => Addresses.Mapping(View!.From.Id, View.To.Id);

    public static IEnumerable<SelectListItem> Relations(MappingRelation chosen) =>
        Enum.GetValues<MappingRelation>().Select(r => new SelectListItem(r.Name().Show(), r.ToString(), r == chosen));

    public async Task<IActionResult> OnGetAsync(string? from, string? to, string? edit, CancellationToken cancellationToken)
    {
        Editing = edit;
        return await ShowAsync(from, to, cancellationToken);
    }

    /// <summary>The ticked rows, or a whole group: "unchanged" or "likely".</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string? from, string? to, [FromForm] string[]? keys, [FromForm] string? all, CancellationToken cancellationToken)
    {
        var chosen = (keys ?? []).ToList();
        if (all is not null && FrameworkPair.Read(from, to) is { } ids && await show.HandleAsync(new(ids.From, ids.To), cancellationToken) is { Done: true } answer)
            chosen = [.. (all == "unchanged" ? answer.Value.Unchanged : answer.Value.Likely).Select(r => r.Continuation.Key)];
        return await DecideAsync(from, to, [.. chosen.Select(key => Read(key, DecideMappings.Verdict.Accept)).OfType<DecideMappings.Decision>()], cancellationToken);
    }

    public Task<IActionResult> OnPostRefuseAsync(string? from, string? to, [FromForm] string? key, CancellationToken cancellationToken) =>
        DecideAsync(from, to, Read(key, DecideMappings.Verdict.Refuse) is { } decision ? [decision] : [], cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(string? from, string? to, [FromForm] string? key, CancellationToken cancellationToken) =>
        DecideAsync(from, to, Read(key, DecideMappings.Verdict.Reopen) is { } decision ? [decision] : [], cancellationToken);

    /// <summary>Other rows, another relation: codes are typed with commas or blanks between them.</summary>
    public async Task<IActionResult> OnPostChangeAsync(
        string? from, string? to, [FromForm] string? key, [FromForm] string? older, [FromForm] string? newer, [FromForm] string? relation, [FromForm] string? note, CancellationToken cancellationToken)
    {
        Editing = key;
        if (!Codes(older, out var left) | !Codes(newer, out var right) || left.Count + right.Count == 0)
        {
            ModelState.AddModelError("", Words.Say("Số dòng viết như 3.4.1, cách nhau bằng dấu phẩy; cần ít nhất một dòng.", "Row numbers are written like 3.4.1, with commas between them; at least one is needed."));
            return await ShowAsync(from, to, cancellationToken);
        }

        var known = Enum.TryParse<MappingRelation>(relation, out var read) && Enum.IsDefined(read) ? read : (MappingRelation?)null;
        return await DecideAsync(from, to, [new(left, right, DecideMappings.Verdict.Accept, known, note)], cancellationToken);
    }

    private static bool Codes(string? typed, out List<CriterionCode> codes)
    {
        codes = [];
        foreach (var part in (typed ?? "").Split([',', ';', ' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!CriterionCode.TryParse(part, out var code)) return false;
            codes.Add(code);
        }

        codes = [.. codes.Distinct().Order()];
        return true;
    }

    private static DecideMappings.Decision? Read(string? key, DecideMappings.Verdict verdict) =>
        Continuation.TryReadKey(key, out var from, out var to) ? new(from, to, verdict) : null;

    private async Task<IActionResult> DecideAsync(string? from, string? to, List<DecideMappings.Decision> decisions, CancellationToken cancellationToken)
    {
        if (FrameworkPair.Read(from, to) is not { } ids) return NotFound();
        var answer = await decide.HandleAsync(new(ids.From, ids.To, decisions), cancellationToken);
        if (!answer.Done)
        {
            ModelState.Refuse(answer.Refusals);
            return await ShowAsync(from, to, cancellationToken);
        }

        Flash.Add(TempData, "success", Words.Say($"Đã ghi {answer.Value} quyết định.", $"{answer.Value} decision(s) were recorded."));
        return LocalRedirect(Addresses.Mapping(ids.From, ids.To));
    }

    private async Task<IActionResult> ShowAsync(string? from, string? to, CancellationToken cancellationToken)
    {
        Pair = await FrameworkPair.OfAsync(frameworks, from, to, cancellationToken);
        if (Pair.Asked)
        {
            var answer = Pair.Ids is { } ids ? await show.HandleAsync(new(ids.From, ids.To), cancellationToken) : ShowMapping.Refusals.FrameworkUnknown;
            if (answer.Done) View = answer.Value;
            else ModelState.Refuse(answer.Refusals);
        }

        shell.Breadcrumbs.Add(new Breadcrumb("/frameworks", Words.Say("Bộ chỉ số", "Frameworks")));
        return Page();
    }
}
