using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>What a table of a document is.</summary>
public enum TableKind
{
    /// <summary>None of the known shapes.</summary>
    Unknown,

    /// <summary>Criteria without agencies and points.</summary>
    CriteriaAnnex,

    /// <summary>Criteria with maximum points or scoring text.</summary>
    ScoredAnnex,

    /// <summary>Criteria with their lead agencies.</summary>
    Assignment,

    /// <summary>Criteria with lead, requirement and evidence.</summary>
    ImprovementPlan,

    /// <summary>Tasks with product, lead and time.</summary>
    PlanTable,

    /// <summary>Objectives, tasks, activities, products, lead and time.</summary>
    TaskFramework,

    /// <summary>Names of agencies.</summary>
    AgencyList,

    /// <summary>Questions to be answered.</summary>
    SurveyForm,

    /// <summary>Figures.</summary>
    StatisticsTable,

    /// <summary>Points reached or ranks.</summary>
    ResultsTable,
}

/// <summary>What a table was taken for, and why.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Reason">The words or figures that decided.</param>
public sealed record TableRecognition(TableKind Kind, LocalText Reason);
