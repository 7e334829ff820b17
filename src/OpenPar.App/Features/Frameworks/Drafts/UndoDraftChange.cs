using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>Takes the last change of a draft back.</summary>
public static class UndoDraftChange
{
    public sealed record Command(DraftId Draft);

    public sealed class Handler(DraftEditing editing)
    {
        /// <summary>Answers what was undone.</summary>
        public async Task<Answer<string>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (await editing.LastAsync(command.Draft, cancellationToken) is not { } last) return DraftRefusals.NothingToUndo;
            return await editing.ChangeAsync<string>(command.Draft, nameof(UndoDraftChange), open =>
            {
                open.Restore(DraftJson.Read<DraftBefore>(last.Before));
                open.What = last.What;
                editing.Forget(last);
                return last.What;
            }, cancellationToken);
        }
    }
}
