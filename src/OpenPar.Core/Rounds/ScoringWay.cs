namespace OpenPar.Core.Rounds;

/// <summary>Who fills a sheet.</summary>
public enum ScoringWay
{
    /// <summary>Each row by the agency that leads its criterion; the unit is the province.</summary>
    ByCriterion,

    /// <summary>The whole sheet by the unit that is assessed, save rows that another agency supplies.</summary>
    ByUnit,
}

/// <summary>A stretch of the calendar with a last day of its own.</summary>
public enum RoundStep
{
    /// <summary>Units declare, score and sign.</summary>
    SelfScore,

    /// <summary>Appraisers decide for the first time.</summary>
    Appraisal,

    /// <summary>Units explain.</summary>
    Explanation,

    /// <summary>Appraisers decide again.</summary>
    SecondAppraisal,
}
