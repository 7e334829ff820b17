using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;

namespace OpenPar.Core.Rounds;

/// <summary>An agency that fills rows of all units of a group from above.</summary>
/// <param name="Code">A leaf, or a node with all leaves below it.</param>
/// <param name="Agency">The data supplier.</param>
public sealed record SetupSupply(CriterionCode Code, AgencyId Agency);

/// <summary>Units that are scored by one framework and ranked among themselves.</summary>
/// <param name="Name">Name of the group, such as "Các sở, ban, ngành".</param>
/// <param name="Framework">The framework its units are scored by.</param>
/// <param name="Units">Its units; may be empty while the round is prepared.</param>
/// <param name="Supplies">Who supplies which rows from above.</param>
public sealed record SetupGroup(string Name, FrameworkId Framework, IReadOnlyList<AgencyId> Units, IReadOnlyList<SetupSupply> Supplies);

/// <summary>Everything a round is set up of, as a template keeps it and as the next year's round begins from it.</summary>
/// <param name="Title">Title of the round.</param>
/// <param name="Year">The year that is assessed.</param>
/// <param name="Way">Who fills a sheet.</param>
/// <param name="Calendar">The last days of its steps.</param>
/// <param name="Groups">Its groups in order.</param>
/// <param name="Settings">What the province settles for it.</param>
public sealed record RoundSetup(string Title, int Year, ScoringWay Way, RoundCalendar Calendar, IReadOnlyList<SetupGroup> Groups, RoundSettings Settings);
