using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Forms;
using OpenPar.Core.Rules.Reading;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>
/// Reads the scoring text of a row, or of every scored row without a rule, into rules. A person confirms: the rule stands in the form,
/// beside the official text, and what could not be read is said.
/// </summary>
public static class SuggestDraftRule
{
    /// <param name="Draft">The draft.</param>
    /// <param name="Row">The row; null for all that have a scoring text and no rule yet.</param>
    public sealed record Command(DraftId Draft, int? Row);

    /// <param name="Read">How many rules were read.</param>
    /// <param name="Unsure">How many of them have to be compared with the text word by word.</param>
    /// <param name="Unread">Words of the text no part of the rule came from; of a single row only.</param>
    public sealed record Suggested(int Read, int Unsure, IReadOnlyList<string> Unread);

    public static class Refusals
    {
        public static Refusal NoText => Refusal.Of("no-text", "Nhập cách chấm theo văn bản trước, rồi mới đọc được quy tắc từ đó.", "Enter the scoring text first; the rule is read from it.", "ruleText");

        public static Refusal NotRead => Refusal.Of("not-read", "Chưa đọc được quy tắc từ lời văn này; hãy chọn loại quy tắc và nhập bằng tay.", "No rule could be read from this text; choose the kind and enter it by hand.", "ruleText");
    }

    public sealed class Handler(DraftEditing editing)
    {
        public Task<Answer<Suggested>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            return editing.ChangeAsync<Suggested>(command.Draft, nameof(SuggestDraftRule), open => command.Row is { } row ? One(open, row) : All(open), cancellationToken);
        }

        private static Answer<Suggested> One(OpenDraft open, int number)
        {
            if (open.Find(number) is not { } row) return DraftRefusals.RowUnknown;
            var text = DraftJson.Read<DraftText>(row.Text);
            if (string.IsNullOrWhiteSpace(text.RuleText)) return Refusals.NoText;
            var suggestion = Read(text);
            if (suggestion.Rule is not { } rule) return Refusals.NotRead;
            Put(open, row, text, rule);
            open.What = $"Đọc quy tắc {RowName.Of(text)} từ văn bản";
            return new Suggested(1, suggestion.Sure ? 0 : 1, suggestion.Unread);
        }

        private static Answer<Suggested> All(OpenDraft open)
        {
            var (read, unsure) = (0, 0);
            for (var at = 0; at < open.Rows.Count; at++)
            {
                var row = open.Rows[at];
                if (at + 1 < open.Rows.Count && open.Rows[at + 1].Level > row.Level) continue;
                var text = DraftJson.Read<DraftText>(row.Text);
                if (text.Rule is not null || string.IsNullOrWhiteSpace(text.RuleText) || Read(text) is not { Rule: { } rule } suggestion) continue;
                Put(open, row, text, rule);
                read++;
                if (!suggestion.Sure) unsure++;
            }

            if (read == 0) return Refusals.NotRead;
            open.What = $"Đọc {read} quy tắc từ văn bản";
            return new Suggested(read, unsure, []);
        }

        private static RuleSuggestion Read(DraftText text) =>
            RuleSuggestion.Of(RuleSuggestion.TextOf(text.RuleText, text.Note), NumberText.Read(text.MaxPoints, NumberUse.Decimal).Value, text.Title, text.Method == ScoringMethod.Survey);

        // The text the rule was read from is its source, until somebody states a better one.
        private static void Put(OpenDraft open, FrameworkDraftRow row, DraftText text, Rule rule) =>
            open.Write(row, text with { Rule = TypedRule.Of(text.Source.Length > 0 ? rule with { Source = text.Source } : rule) });
    }
}
