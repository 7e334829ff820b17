using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks.Drafting;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>Keeps what was typed about a criterion, readable or not. Called by the autosave and by the plain form alike.</summary>
public static class SaveDraftRow
{
    /// <param name="Draft">The draft.</param>
    /// <param name="Row">Number of the row.</param>
    /// <param name="Version">The version of the row the person was looking at.</param>
    /// <param name="Text">What was typed; the rule is saved by itself and ignored here.</param>
    public sealed record Command(DraftId Draft, int Row, int Version, DraftText Text);

    public sealed class Handler(DraftEditing editing)
    {
        public Task<Answer<int>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            return editing.ChangeAsync<int>(command.Draft, nameof(SaveDraftRow), open => Write(open, command), cancellationToken);
        }

        private static Answer<int> Write(OpenDraft open, Command command)
        {
            if (open.Find(command.Row) is not { } row) return DraftRefusals.RowUnknown;
            var stored = DraftJson.Read<DraftText>(row.Text);
            var typed = DraftInput.Clean(command.Text) with { Rule = stored.Rule };
            if (DraftInput.TooLong(typed) is { } tooLong) return tooLong;
            var differences = DraftDifferences.Of(stored, typed);
            if (differences.Count == 0) return row.Version;
            if (row.Version != command.Version) return DraftRefusals.Changed(row.ChangedBy, row.ChangedAt);
            open.Write(row, typed);
            open.What = $"Sửa {RowName.Of(stored)}";
            open.AuditBefore = DraftDifferences.Side(differences, left: true);
            open.AuditAfter = DraftDifferences.Side(differences, left: false);
            return row.Version;
        }
    }
}
