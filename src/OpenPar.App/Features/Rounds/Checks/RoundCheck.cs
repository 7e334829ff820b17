using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds.Checks;

/// <summary>Where a finding about a round is mended.</summary>
public enum RoundPlace
{
    /// <summary>The set-up of the round.</summary>
    Setup,

    /// <summary>A group of the round; the identity is the group's.</summary>
    Group,

    /// <summary>A framework; the identity is the framework's.</summary>
    Framework,

    /// <summary>A criterion; the identity is "framework#code".</summary>
    Criterion,

    /// <summary>The assignments of a framework; the identity is the framework's.</summary>
    Assignments,

    /// <summary>The accounts.</summary>
    Accounts,

    /// <summary>Nowhere on a page.</summary>
    None,
}

/// <summary>Something that is missing before a round is opened, and where it is mended.</summary>
public sealed record RoundFinding(Finding Finding, RoundPlace Place = RoundPlace.None, string? Id = null)
{
    public static RoundFinding Error(string where, string vi, string en, string remedyVi, string remedyEn, RoundPlace place = RoundPlace.None, string? id = null) =>
        new(Core.Findings.Finding.Error(where, new LocalText(vi, en), new LocalText(remedyVi, remedyEn)), place, id);

    public static RoundFinding Warning(string where, string vi, string en, string remedyVi, string remedyEn, RoundPlace place = RoundPlace.None, string? id = null) =>
        new(Core.Findings.Finding.Warning(where, new LocalText(vi, en), new LocalText(remedyVi, remedyEn)), place, id);

    public static RoundFinding Note(string where, string vi, string en, string remedyVi, string remedyEn, RoundPlace place = RoundPlace.None, string? id = null) =>
        new(Core.Findings.Finding.Info(where, new LocalText(vi, en), new LocalText(remedyVi, remedyEn)), place, id);
}

/// <summary>A group of the round that is checked.</summary>
/// <param name="Group">The group with its suppliers.</param>
/// <param name="Framework">Its framework.</param>
/// <param name="Units">Its units.</param>
public sealed record CheckedGroup(UnitGroup Group, Framework Framework, IReadOnlyList<Agency> Units);

/// <summary>The round that is checked.</summary>
/// <param name="Round">The round.</param>
/// <param name="Groups">Its groups in order.</param>
/// <param name="Working">The working days of its years.</param>
public sealed record CheckedRound(Round Round, IReadOnlyList<CheckedGroup> Groups, WorkingCalendar Working)
{
    public IEnumerable<Agency> Units => Groups.SelectMany(g => g.Units);
}

/// <summary>One thing looked at before a round is opened. A new check is a class of this kind and a line in <see cref="RoundChecks"/>.</summary>
public interface IRoundCheck
{
    /// <summary>What is missing, in the order it should be read.</summary>
    Task<IReadOnlyList<RoundFinding>> LookAsync(CheckedRound round, CancellationToken cancellationToken);
}

/// <summary>The checks of the dry run, in order.</summary>
public static class RoundChecks
{
    public static IServiceCollection AddRoundChecks(this IServiceCollection services) => services
        .AddScoped<IRoundCheck, UnitsCheck>()
        .AddScoped<IRoundCheck, CalendarCheck>()
        .AddScoped<IRoundCheck, FrameworksCheck>()
        .AddScoped<IRoundCheck, OwnersCheck>()
        .AddScoped<IRoundCheck, PeopleCheck>()
        .AddScoped<IRoundCheck, SettingsCheck>();
}
