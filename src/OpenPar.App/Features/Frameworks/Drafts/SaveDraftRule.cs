using System.Text.Json.Nodes;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks.Drafting;
using OpenPar.Core.Rules.Forms;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>Keeps what was typed into the form of a rule; rows of its lists come and go by the same post.</summary>
public static class SaveDraftRule
{
    /// <summary>What a button of the form asks for besides saving.</summary>
    public enum Act
    {
        /// <summary>Nothing.</summary>
        None,

        /// <summary>Another row of the list at the path.</summary>
        Add,

        /// <summary>The row at the path goes.</summary>
        Remove,

        /// <summary>The whole rule goes.</summary>
        Clear,
    }

    /// <param name="Draft">The draft.</param>
    /// <param name="Row">Number of the row.</param>
    /// <param name="Version">The version of the row the person was looking at.</param>
    /// <param name="Typed">What was typed, by field.</param>
    /// <param name="Act">What is to be done.</param>
    /// <param name="Path">Where.</param>
    /// <param name="Folded">Paths of inner rules the form left out because they were folded; they stay as they are.</param>
    public sealed record Command(DraftId Draft, int Row, int Version, JsonObject Typed, Act Act = Act.None, string Path = "", IReadOnlyList<string>? Folded = null);

    // A rule with a whole DMN model inside; more is a mistake.
    private const int LongestRule = 1_000_000;

    public static class Refusals
    {
        public static Refusal TooLong => Refusal.Of("rule-too-long", "Quy tắc dài quá 1 triệu ký tự nên chưa được lưu.", "The rule exceeds a million characters and was not saved.", "rule");
    }

    public sealed class Handler(DraftEditing editing)
    {
        public Task<Answer<int>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (DraftJson.Write(command.Typed).Length > LongestRule) return Task.FromResult<Answer<int>>(Refusals.TooLong);
            return editing.ChangeAsync<int>(command.Draft, nameof(SaveDraftRule), open => Write(open, command), cancellationToken);
        }

        private static Answer<int> Write(OpenDraft open, Command command)
        {
            if (open.Find(command.Row) is not { } row) return DraftRefusals.RowUnknown;
            var stored = DraftJson.Read<DraftText>(row.Text);
            var typed = (JsonObject)command.Typed.DeepClone();
            TypedTree.Keep(typed, stored.Rule, command.Folded ?? []);
            var posted = typed.DeepClone();
            if (command.Act == Act.Add) TypedTree.AddRow(typed, command.Path);
            if (command.Act == Act.Remove) TypedTree.RemoveRow(typed, command.Path);
            var rule = command.Act == Act.Clear || TypedTree.Text(typed, RuleForms.Kind).Length == 0 ? null : typed;
            var wanted = stored with { Rule = rule };
            if (JsonNode.DeepEquals(stored.Rule, rule)) return row.Version;
            // A button pressed while the autosave of the same text was on its way is no conflict.
            if (row.Version != command.Version && !JsonNode.DeepEquals(stored.Rule, posted)) return DraftRefusals.Changed(row.ChangedBy, row.ChangedAt);
            var differences = DraftDifferences.Of(stored, wanted);
            open.Write(row, wanted);
            open.What = $"Sửa quy tắc {RowName.Of(stored)}";
            open.AuditBefore = DraftDifferences.Side(differences, left: true);
            open.AuditAfter = DraftDifferences.Side(differences, left: false);
            return row.Version;
        }
    }
}
