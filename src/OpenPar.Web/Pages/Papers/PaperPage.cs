using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Writing;

namespace OpenPar.Web.Pages.Papers;

/// <summary>An address that gives a paper as a file.</summary>
public abstract class PaperPage(MakePaper.Handler maker) : PageModel
{
    /// <summary>Draws the paper, records it and sends it as the format at the end of the address.</summary>
    /// <param name="extension">The end of the address. Asked here and not in the route: who may not come in is told so before any address is looked up.</param>
    /// <param name="draw">Draws the paper; null when there is none for this person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    protected async Task<IActionResult> SendAsync(string extension, Func<Task<PaperSource?>> draw, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draw);
        if (PaperWriter.Find(extension) is not { } format) return NotFound();
        if (await draw() is not { } source) return NotFound();
        var made = await maker.HandleAsync(new(source, format), cancellationToken);
        return File(made.Content, PaperWriter.ContentTypeOf(format), $"{source.FileName}.{extension}");
    }

    /// <summary>The same for a paper about a framework, named by the two parts of its identity.</summary>
    protected async Task<IActionResult> SendAsync(string set, string version, string extension, Func<FrameworkId, Task<PaperSource?>> draw, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draw);
        return FrameworkId.TryParse($"{set}/{version}", out var id) ? await SendAsync(extension, () => draw(id), cancellationToken) : NotFound();
    }
}
