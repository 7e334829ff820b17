using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Data.Model.Rounds;

/// <summary>At which step points were set. Later steps count before earlier ones; the last decision is final.</summary>
public enum DecisionStage
{
    /// <summary>Self-assessment of the agency.</summary>
    Self,

    /// <summary>First appraisal.</summary>
    Appraisal1,

    /// <summary>Second appraisal, after the explanation.</summary>
    Appraisal2,

    /// <summary>Council (Hội đồng thẩm định).</summary>
    Council,

    /// <summary>Points that came from a survey.</summary>
    Survey,

    /// <summary>Second pass over the group when a round closes.</summary>
    Group,
}

/// <summary>Points of a row at one step, with the figures and the explanation they rest on. Never changed, only followed by the next.</summary>
public sealed class RowDecision
{
    public required long Id { get; init; }

    public required RowId RowId { get; init; }

    public required DecisionStage Stage { get; init; }

    public decimal? Points { get; init; }

    /// <summary>The figures the decision rests on, as JSON.</summary>
    public Dictionary<string, FactValue> Facts { get; init; } = [];

    /// <summary>The explanation tree, as JSON.</summary>
    public required string Explanation { get; init; }

    /// <summary>JSON of <see cref="DecisionBasis"/>; null for decisions made before it was kept.</summary>
    public string? Basis { get; init; }

    /// <summary>Written reason; required when points or figures were changed by hand.</summary>
    public string? Reason { get; init; }

    /// <summary>The session of the council it was made in; set for decisions of the council and for no others.</summary>
    public long? SessionId { get; init; }

    /// <summary>Votes of the council for it; null with the other two where no vote was entered.</summary>
    public int? VotesFor { get; init; }

    public int? VotesAgainst { get; init; }

    public int? VotesOther { get; init; }

    /// <summary>How the council voted on it; null where that was not entered.</summary>
    public CouncilVotes? Votes => VotesFor is { } inFavour ? new CouncilVotes(inFavour, VotesAgainst ?? 0, VotesOther ?? 0) : null;

    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}

/// <summary>What a message on a row is for.</summary>
public enum RowMessageKind
{
    /// <summary>Why the row was returned.</summary>
    Return,

    /// <summary>What the appraiser wants explained.</summary>
    Question,

    /// <summary>Why the unit disagrees.</summary>
    Objection,

    /// <summary>The unit's explanation (giải trình).</summary>
    Explanation,

    /// <summary>A word between the people of a row, whichever side they are on.</summary>
    Note,

    /// <summary>A word between people of one agency; nobody else reads it.</summary>
    InternalNote,
}

/// <summary>A message on a row: why it was returned, what was answered.</summary>
public sealed class RowMessage
{
    public required long Id { get; init; }

    public required RowId RowId { get; init; }

    public required RowMessageKind Kind { get; init; }

    public required string Author { get; init; }

    /// <summary>The account of the author; null for what the system noted and for messages from before it was kept, which are new to nobody.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>In which role the author wrote a note; null for other messages and for what the system noted.</summary>
    public Role? AuthorRole { get; init; }

    /// <summary>The agency the author of a note worked for; an internal note is read by its people and by those who continue it.</summary>
    public AgencyId? AuthorAgencyId { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }
}
