using OpenPar.Core.Frameworks;

namespace OpenPar.App.Data.Model.Rounds;

/// <summary>An appraisal team (tổ thẩm định) of a round: who appraises which fields of which groups.</summary>
public sealed class Team
{
    public required TeamId Id { get; init; }

    public required RoundId RoundId { get; init; }

    public required string Name { get; set; }

    /// <summary>Fields or criteria with everything below them; empty for all.</summary>
    public string[] Codes { get; set; } = [];

    /// <summary>Groups of units; empty for all.</summary>
    public Guid[] Groups { get; set; } = [];

    public List<TeamMember> Members { get; init; } = [];

    /// <summary>Whether some rows of the group are this team's.</summary>
    public bool Reaches(GroupId group) => Groups.Length == 0 || Groups.Contains(group.Value);

    public bool Covers(GroupId group, CriterionCode code) =>
        Reaches(group) && (Codes.Length == 0 || Codes.Select(CriterionCode.Parse).Any(c => c == code || code.IsBelow(c)));

    public bool Has(Guid? user) => Members.Exists(m => m.UserId == user);

    public bool IsLedBy(Guid? user) => Members.Exists(m => m.UserId == user && m.Leads);
}

/// <summary>A person in a team.</summary>
public sealed class TeamMember
{
    public required TeamId TeamId { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>The team leader decides where two blind opinions differ, and gives none.</summary>
    public required bool Leads { get; set; }
}
