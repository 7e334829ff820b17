namespace OpenPar.Core.Frameworks.Drafting;

/// <summary>Names of the form fields of a draft, the same in findings, pages and tests.</summary>
public static class DraftFields
{
    /// <summary>Set and version.</summary>
    public const string Identity = "identity";

    /// <summary>Title of the framework or criterion.</summary>
    public const string Title = "title";

    /// <summary>Number of the decision.</summary>
    public const string DecisionNumber = "decisionNumber";

    /// <summary>Issuing body.</summary>
    public const string Issuer = "issuer";

    /// <summary>Day of issue.</summary>
    public const string IssuedOn = "issuedOn";

    /// <summary>First assessment year.</summary>
    public const string FirstYear = "firstYear";

    /// <summary>Last assessment year.</summary>
    public const string LastYear = "lastYear";

    /// <summary>Maximum of the set.</summary>
    public const string TotalPoints = "totalPoints";

    /// <summary>Decimals shown.</summary>
    public const string RoundingDigits = "roundingDigits";

    /// <summary>Code of a criterion.</summary>
    public const string Code = "code";

    /// <summary>Maximum of a criterion.</summary>
    public const string MaxPoints = "maxPoints";

    /// <summary>The rule; a field of its form is <c>r.</c> and its path.</summary>
    public const string Rule = "rule";

    /// <summary>What the paths of rule fields begin with in a form.</summary>
    public const string RulePrefix = "r.";
}
