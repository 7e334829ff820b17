using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Papers;

/// <summary>
/// Takes any paper out: the page asks for number, place, date and signer; with a format the answer is the file. Its addresses
/// and their permissions are those of <see cref="PaperRoute"/>.
/// </summary>
public sealed class MakePaperModel(PaperDesk desk, MakePaper.Handler maker, ShowPaperFormalities.Handler formalities, ShellState shell) : PageModel
{
    private static readonly string[] Narrowing = ["unit", "field", "group", "session"];

    public PaperSource Source { get; private set; } = null!;

    public FormalitiesForm Form { get; private set; } = null!;

    public bool Pdf => PaperPdf.Available;

    /// <summary>The address of this page without a format.</summary>
    public string Home => RouteData.Values.TryGetValue("format", out var format) ? Request.Path.Value![..^($".{format}".Length)] : Request.Path.Value!;

    /// <summary>What narrows the paper and goes on with the form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Narrowed =>
        Narrowing.Where(Request.Query.ContainsKey).Select(name => KeyValuePair.Create(name, Request.Query[name].ToString()));

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken cancellationToken)
    {
        var asked = PaperWriter.Find(format);
        if (format is not null && asked is null) return NotFound();
        var kind = HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<PaperRoute>().Kind;
        if (await desk.DrawAsync(kind, Request, cancellationToken) is not { } source) return NotFound();
        Source = source;
        var typed = FormalitiesForm.Of(Request.Query);
        var own = typed?.Read(ModelState);
        if (asked is { } wanted && ModelState.IsValid && await MakeAsync(wanted, own, cancellationToken) is { } file) return file;
        Form = typed ?? FormalitiesForm.Of((await formalities.HandleAsync(cancellationToken)).For(source));
        shell.Demonstration |= source.Paper.Trace.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb(Home[..Home.LastIndexOf('/')], PaperRoute.ModuleOf(kind).Show()));
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<FileContentResult?> MakeAsync(PaperFormat format, PaperFormalities? own, CancellationToken cancellationToken)
    {
        var answer = await maker.HandleAsync(new(Source, format, own), cancellationToken);
        if (answer.Done) return File(answer.Value.Content, PaperWriter.ContentTypeOf(format), $"{Source.FileName}.{PaperWriter.ExtensionOf(format)}");
        ModelState.Refuse(answer.Refusals);
        return null;
    }
}
