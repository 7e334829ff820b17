using static OpenPar.Core.Accounts.Permission;

namespace OpenPar.Core.Accounts;

/// <summary>
/// Who may do what: role × permission → scope, in this one place. What is not named is refused.
/// </summary>
public static class PermissionMatrix
{
    private static readonly Dictionary<Role, Dictionary<Permission, Scope>> Granted = new()
    {
        [Role.Administrator] = Everywhere(
            UseOwnAccount, ViewFrameworks, EditFrameworks, ViewAgencies, EditAgencies, ViewAssignments, EditAssignments, ViewPlans, EditPlans, ViewRounds,
            ManageRounds, EnterSurveyPoints, ViewResults, ViewEvidence, AddEvidence, ViewAudit, ManageAccounts, ManagePapers),
        [Role.FocalOfficer] = new(Everywhere(UseOwnAccount, ViewFrameworks, ViewAgencies, ViewAssignments, ViewPlans))
        {
            [ViewRounds] = Scope.OwnAgency,
            [ScoreRows] = Scope.OwnAgency,
            [DelegateRows] = Scope.OwnAgency,
            [ViewEvidence] = Scope.OwnAgency,
            [AddEvidence] = Scope.OwnAgency,
        },
        [Role.Appraiser] = Everywhere(
            UseOwnAccount, ViewFrameworks, ViewAgencies, ViewAssignments, ViewPlans, ViewRounds, AppraiseRows, ViewResults, ViewEvidence),
        [Role.Reader] = Everywhere(
            UseOwnAccount, ViewFrameworks, ViewAgencies, ViewAssignments, ViewPlans, ViewRounds, ViewResults, ViewEvidence, ViewAudit),
        [Role.UnitLeader] = new(Everywhere(UseOwnAccount, ViewFrameworks, ViewAgencies, ViewAssignments, ViewPlans))
        {
            [ViewRounds] = Scope.OwnAgency,
            [SignSheets] = Scope.OwnAgency,
            [ViewEvidence] = Scope.OwnAgency,
        },
        [Role.Contributor] = new(Everywhere(UseOwnAccount, ViewFrameworks, ViewAgencies, ViewAssignments, ViewPlans))
        {
            [ViewRounds] = Scope.OwnAgency,
            [ScoreRows] = Scope.Delegated,
            [ViewEvidence] = Scope.OwnAgency,
            [AddEvidence] = Scope.OwnAgency,
        },
        [Role.CouncilMember] = Everywhere(
            UseOwnAccount, ViewFrameworks, ViewAgencies, ViewAssignments, ViewPlans, ViewRounds, DecideInCouncil, ViewResults, ViewEvidence),
    };

    /// <summary>How far a role's permission reaches; <see cref="Scope.None"/> refuses.</summary>
    public static Scope ScopeOf(Role role, Permission permission) =>
        Granted.TryGetValue(role, out var permissions) ? permissions.GetValueOrDefault(permission) : Scope.None;

    /// <summary>The widest scope any of the roles gives.</summary>
    public static Scope ScopeOf(IEnumerable<Role> roles, Permission permission) =>
        roles.Select(role => ScopeOf(role, permission)).DefaultIfEmpty(Scope.None).Max();

    private static Dictionary<Permission, Scope> Everywhere(params Permission[] permissions) =>
        permissions.ToDictionary(p => p, _ => Scope.Province);
}
