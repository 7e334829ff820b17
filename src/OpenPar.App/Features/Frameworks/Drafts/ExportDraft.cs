using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Documents.Packs;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>A draft as a framework file (YAML); the same draft gives the same bytes.</summary>
public static class ExportDraft
{
    /// <param name="Name">A file name.</param>
    /// <param name="Content">The file.</param>
    public sealed record Exported(string Name, byte[] Content);

    public sealed class Handler(ShowDraft.Handler show)
    {
        public async Task<Answer<Exported>> HandleAsync(DraftId draft, CancellationToken cancellationToken)
        {
            if (await show.HandleAsync(new(draft, null), cancellationToken) is not { } view) return DraftRefusals.Unknown;
            return view.Reading.Framework is { } framework
                ? new Exported($"{framework.Id.Set}-{framework.Id.Version}.yaml", FrameworkFile.Write(framework))
                : DraftRefusals.HasErrors(view.Reading.Errors.Count());
        }
    }
}
