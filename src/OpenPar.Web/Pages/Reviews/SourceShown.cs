using OpenPar.App.Features.Reviews;

namespace OpenPar.Web.Pages.Reviews;

/// <summary>The part of a file beside the row made of it.</summary>
/// <param name="Pane">What is shown.</param>
/// <param name="FileName">The file.</param>
/// <param name="Picture">Address of the picture of a page.</param>
public sealed record SourceShown(SourcePane Pane, string FileName, Func<int, string> Picture);
