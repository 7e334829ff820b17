using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Frameworks.Drafting;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>Keeps what was typed about the framework as a whole.</summary>
public static class SaveDraftHead
{
    /// <param name="Draft">The draft.</param>
    /// <param name="Seen">The head the person was looking at; another one in its place is a conflict.</param>
    /// <param name="Head">What was typed.</param>
    public sealed record Command(DraftId Draft, string Seen, DraftHead Head);

    public sealed class Handler(DraftEditing editing)
    {
        public Task<Answer<string>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            return editing.ChangeAsync<string>(command.Draft, nameof(SaveDraftHead), open => Write(open, command), cancellationToken);
        }

        private static Answer<string> Write(OpenDraft open, Command command)
        {
            var stored = open.Head;
            var typed = DraftInput.Clean(command.Head);
            if (stored == typed) return MarkOf(stored);
            if (MarkOf(stored) != command.Seen) return DraftRefusals.Changed(open.Draft.ChangedBy, open.Draft.ChangedAt);
            open.Head = typed;
            open.What = "Sửa thông tin chung";
            (open.AuditBefore, open.AuditAfter) = (stored, typed);
            return MarkOf(typed);
        }
    }

    /// <summary>A short mark of a head: the same mark means the same texts.</summary>
    public static string MarkOf(DraftHead head) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Data.Model.Frameworks.DraftJson.Write(head))))[..16];
}
