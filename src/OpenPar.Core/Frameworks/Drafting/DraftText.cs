using System.Text.Json.Nodes;

namespace OpenPar.Core.Frameworks.Drafting;

/// <summary>What was typed about one criterion, readable or not. Empty means unknown.</summary>
public sealed record DraftText
{
    /// <summary>Number in the tree.</summary>
    public string Code { get; init; } = "";

    /// <summary>Title as printed.</summary>
    public string Title { get; init; } = "";

    /// <summary>Maximum points, comma or point.</summary>
    public string MaxPoints { get; init; } = "";

    /// <summary>Where the points come from.</summary>
    public ScoringMethod Method { get; init; } = ScoringMethod.Unknown;

    /// <summary>What happens when the row does not apply.</summary>
    public NotApplicablePolicy NotApplicable { get; init; }

    /// <summary>What full marks require.</summary>
    public string Requirement { get; init; } = "";

    /// <summary>Scoring text of the annex, literally.</summary>
    public string RuleText { get; init; } = "";

    /// <summary>How to score, from the guidance letter.</summary>
    public string Guidance { get; init; } = "";

    /// <summary>A remark of the annex.</summary>
    public string Note { get; init; } = "";

    /// <summary>Documents that prove the row, one a line.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>Where the row stands in its document.</summary>
    public string Source { get; init; } = "";

    /// <summary>What was typed into the form of the rule; null without a rule.</summary>
    public JsonObject? Rule { get; init; }
}

/// <summary>A row of a draft: its place in the tree and what was typed.</summary>
/// <param name="Number">Identity within the draft; stays when the row moves or gets another code.</param>
/// <param name="Level">Depth in the tree, from 1.</param>
/// <param name="Text">What was typed.</param>
public sealed record DraftRow(int Number, int Level, DraftText Text);
