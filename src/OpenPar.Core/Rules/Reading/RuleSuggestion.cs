using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>
/// A rule read from the scoring text of an annex, for a person to confirm: what was understood, how surely, from which words, and
/// what was not understood. Every word of the text either belongs to a part of the rule or stands in <see cref="Unread"/>.
/// </summary>
/// <param name="Rule">The rule, without a source; null when the text states no way of scoring.</param>
/// <param name="Confidence">How sure the reading is, between 0 and 1; 0 without a rule. Two decimals.</param>
/// <param name="Words">Which words each part came from, in order of the text.</param>
/// <param name="Unread">The words no part came from, in order of the text.</param>
/// <param name="Findings">What is doubtful, each with what to compare.</param>
public sealed record RuleSuggestion(
    Rule? Rule, decimal Confidence, IReadOnlyList<ReadWords> Words, IReadOnlyList<string> Unread, IReadOnlyList<Finding> Findings)
{
    /// <summary>From here on a reading counts as sure; below it, or with unread words, a person has to compare it with the text.</summary>
    public const decimal SureFrom = 0.8m;

    /// <summary>Whether the reading is sure: confidence from <see cref="SureFrom"/> on and no word unread.</summary>
    public bool Sure => Rule is not null && Confidence >= SureFrom && Unread.Count == 0;

    /// <summary>The scoring text of a row: a remark that gives or takes points belongs to it.</summary>
    /// <param name="text">The scoring text as the annex has it.</param>
    /// <param name="note">The remark of the row; null when there is none.</param>
    public static string TextOf(string text, string? note) =>
        note is not null && VietnameseText.Matches(note, "thi") && (VietnameseText.Matches(note, "tru") || VietnameseText.Matches(note, "dat")) ? $"{text}\n{note}" : text;

    /// <summary>Reads a scoring text.</summary>
    /// <param name="text">The text as the annex has it, in any composition, with its line breaks. Read up to 20,000 characters.</param>
    /// <param name="max">Maximum of the leaf; null when unknown, then contents and cases are told apart by the text alone.</param>
    /// <param name="title">Title of the criterion, used to name figures the text leaves unnamed; null when unknown.</param>
    /// <param name="surveyed">True when the annex says that a survey (điều tra xã hội học) gives the points.</param>
    public static RuleSuggestion Of(string text, decimal? max, string? title = null, bool surveyed = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = NormalText.Of(text);
        var pieces = Lexer.Read(source.Text);
        var tokens = new Tokens(pieces);
        var statements = StatementReader.Read(tokens);

        // Figures of different parts must not share a name: the first reading shows which do.
        var definitions = Definitions.Of(statements);
        statements = Definitions.Spread(statements, definitions);
        var trial = new RuleDraft(tokens, new Ledger(source, pieces), title, surveyed, [], definitions);
        _ = Assembly.Build(trial, statements, max);
        var ledger = new Ledger(source, pieces);
        var draft = new RuleDraft(tokens, ledger, title, surveyed, Naming.Suffixes(trial.Contents), definitions);
        var rule = Assembly.Build(draft, statements, max);
        // Words of a reading that came to nothing are not read.
        if (rule is null) ledger = new Ledger(source, pieces);
        else Marks.Book(tokens, ledger);
        var unread = ledger.Unread();
        if (rule is null)
            return new RuleSuggestion(null, 0, [], unread, [Finding.Warning("", new LocalText("Không đọc được cách chấm điểm từ văn bản.", "No way of scoring could be read from the text."), new LocalText("Nhập quy tắc bằng tay.", "Enter the rule by hand."))]);
        var confidence = Certainty.Of(rule, max, draft.Doubts, ledger.ReadShare());
        return new RuleSuggestion(rule, confidence, ledger.Words(), unread, draft.Doubts.Findings);
    }
}
