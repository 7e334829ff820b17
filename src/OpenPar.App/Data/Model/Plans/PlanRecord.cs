using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans;

namespace OpenPar.App.Data.Model.Plans;

/// <summary>A plan of the province or of an agency: tasks with leads, times and money.</summary>
public sealed class PlanRecord
{
    public required PlanId Id { get; init; }

    public required string Title { get; set; }

    /// <summary>Year the plan is for; null where it does not say.</summary>
    public int? Year { get; set; }

    /// <summary>Agency that issued it, as written.</summary>
    public string? Issuer { get; set; }

    /// <summary>The document it comes from; null for a plan written here.</summary>
    public string? Source { get; init; }

    /// <summary>Annexes of the plan, as JSON.</summary>
    public required string Tables { get; set; }

    /// <summary>The set whose criteria an improvement plan numbers.</summary>
    public FrameworkId? FrameworkId { get; init; }

    /// <summary>True for a plan that serves to try the system out.</summary>
    public bool Demonstration { get; init; }

    public required DateTimeOffset AcceptedAt { get; set; }

    public required string AcceptedBy { get; set; }

    public uint Version { get; init; }

    public List<PlanRowRecord> Rows { get; init; } = [];
}

/// <summary>One row of a plan. What it says stands in <see cref="Words"/>; the typed columns follow from it.</summary>
public sealed class PlanRowRecord
{
    public required PlanRowId Id { get; init; }

    public required PlanId PlanId { get; init; }

    public required int SortOrder { get; set; }

    /// <summary>Ordinal of the annex, from 1.</summary>
    public required int Annex { get; set; }

    /// <summary>What the row says, as JSON by field.</summary>
    public required string Words { get; set; }

    /// <summary>What the last file said, as JSON by field; null for a row no file has.</summary>
    public string? Read { get; set; }

    /// <summary>Guesses of the reader nobody has confirmed yet, as JSON.</summary>
    public required string Flags { get; set; }

    /// <summary>True for a row people took out; it is kept so that a corrected file does not bring it back.</summary>
    public bool LeftOut { get; set; }

    public required DeadlineKind DeadlineKind { get; set; }

    public DateOnly? From { get; set; }

    /// <summary>Last day of the time, inclusive.</summary>
    public DateOnly? To { get; set; }

    public required BudgetKind BudgetKind { get; set; }

    /// <summary>đồng.</summary>
    public decimal? BudgetVnd { get; set; }

    /// <summary>Everything the row says, folded.</summary>
    public required string Searchable { get; set; }

    public uint Version { get; init; }

    public List<PlanRowAgency> Agencies { get; init; } = [];
}

/// <summary>A lead or coordinating agency of a row, as written and, where it is certain, of the register.</summary>
public sealed class PlanRowAgency
{
    public required PlanRowId RowId { get; init; }

    public required AssignmentRole Role { get; init; }

    public required int SortOrder { get; init; }

    public required string Written { get; set; }

    /// <summary>Null for a class ("Các sở, ban, ngành") and for a name nobody has explained yet.</summary>
    public AgencyId? AgencyId { get; set; }
}
