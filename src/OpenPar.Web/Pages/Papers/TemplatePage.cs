using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Findings;
using OpenPar.Core.Papers;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Papers;

/// <summary>The page of one template, shown as it is and again with the findings of a refused file.</summary>
public abstract class TemplatePage(ShowPaperTemplate.Handler show, ShellState shell) : PageModel
{
    public ShowPaperTemplate.View View { get; private set; } = null!;

    public IReadOnlyList<Finding> Findings { get; protected set; } = [];

    /// <summary>Address of the template.</summary>
    public string Home => $"/paper-templates/{PaperKinds.SlugOf(View.Form.Kind)}";

    protected async Task ShowAsync(PaperKind kind, CancellationToken cancellationToken)
    {
        View = await show.HandleAsync(kind, cancellationToken);
        ViewData["Title"] = $"{Words.Say("Mẫu", "Template")}: {PaperKinds.NameOf(kind).Show()}";
        ViewData["Lead"] = View.Template is { } own
            ? Words.Say(
                $"Đang dùng mẫu của tỉnh: {own.FileName}, {own.UploadedBy} tải lên lúc {Display.MomentText(own.UploadedAt)}.",
                $"In use: the province's own template {own.FileName}, uploaded by {own.UploadedBy} at {Display.MomentText(own.UploadedAt)}.")
            : Words.Say("Đang dùng mẫu có sẵn.", "The built-in layout is in use.");
        shell.Breadcrumbs.Add(new Breadcrumb("/paper-templates", Words.Say("Mẫu văn bản", "Templates of papers")));
    }
}
