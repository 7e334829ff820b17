using OpenPar.Core;
using OpenPar.Core.Frameworks.Drafting;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>Makes typed text storable: lines end with a line feed, characters nobody can see are dropped.</summary>
internal static class DraftInput
{
    private const int Longest = 50_000;

    public static string Clean(string? typed) =>
        new([.. (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Where(c => c is '\n' or '\t' || !char.IsControl(c))]);

    public static DraftText Clean(DraftText typed) => typed with
    {
        Code = Clean(typed.Code),
        Title = Clean(typed.Title),
        MaxPoints = Clean(typed.MaxPoints),
        Requirement = Clean(typed.Requirement),
        RuleText = Clean(typed.RuleText),
        Guidance = Clean(typed.Guidance),
        Note = Clean(typed.Note),
        Evidence = Clean(typed.Evidence),
        Source = Clean(typed.Source),
    };

    public static DraftHead Clean(DraftHead typed) => typed with
    {
        Identity = Clean(typed.Identity),
        Title = Clean(typed.Title),
        DecisionNumber = Clean(typed.DecisionNumber),
        Issuer = Clean(typed.Issuer),
        IssuedOn = Clean(typed.IssuedOn),
        Annex = Clean(typed.Annex),
        GuidanceDocument = Clean(typed.GuidanceDocument),
        FirstYear = Clean(typed.FirstYear),
        LastYear = Clean(typed.LastYear),
        TotalPoints = Clean(typed.TotalPoints),
        RoundingDigits = Clean(typed.RoundingDigits),
    };

    public static Refusal? TooLong(DraftText typed) =>
        new (string Name, string Text)[] { ("title", typed.Title), ("requirement", typed.Requirement), ("ruleText", typed.RuleText), ("guidance", typed.Guidance), ("note", typed.Note), ("evidence", typed.Evidence), ("source", typed.Source) }
            .FirstOrDefault(f => f.Text.Length > Longest) is { Name: { } name } ? DraftRefusals.TooLong(name) : null;
}
