using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Accounts;

/// <summary>Checks of what people type about accounts; each refusal names its field.</summary>
internal static class AccountFields
{
    public static async Task<List<Refusal>> CheckNamesAsync(OpenParDb db, string fullName, string userName, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        if (AccountNames.ProblemOfFullName(fullName) is { } unnamed) refusals.Add(new Refusal("full-name", unnamed, "fullName"));
        if (AccountNames.ProblemOfUserName(userName) is { } misnamed) refusals.Add(new Refusal("user-name", misnamed, "userName"));
        else if (await IsTakenAsync(db, userName, cancellationToken)) refusals.Add(UserNameTaken);
        return refusals;
    }

    public static IEnumerable<Refusal> CheckPassword(string? password, string? again, bool hasSecondFactor, string userName)
    {
        if (PasswordRules.Problem(password, hasSecondFactor, userName) is { } problem) yield return new Refusal("password", problem, "password");
        else if (PasswordRules.Canonical(password) != PasswordRules.Canonical(again)) yield return PasswordsDiffer;
    }

    public static async Task<List<Refusal>> CheckRolesAsync(
        OpenParDb db, string? agency, IReadOnlyList<Role> roles, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        if (roles.Count == 0) refusals.Add(NoRole);
        if (string.IsNullOrEmpty(agency))
        {
            if (roles.Contains(Role.FocalOfficer)) refusals.Add(AgencyMissing);
        }
        else if (!AgencyId.TryParse(agency, out var id) || !await db.Agencies.AnyAsync(a => a.Id == id, cancellationToken))
        {
            refusals.Add(AgencyUnknown);
        }

        return refusals;
    }

    /// <summary>The agency of a checked text.</summary>
    public static AgencyId? Agency(string? text) => string.IsNullOrEmpty(text) ? null : AgencyId.Parse(text);

    private static Task<bool> IsTakenAsync(OpenParDb db, string userName, CancellationToken cancellationToken)
    {
        var normalized = NewUser.Normalized(userName);
        return db.Users.AnyAsync(u => u.NormalizedUserName == normalized, cancellationToken);
    }

    private static Refusal UserNameTaken => Refusal.Of(
        "user-name-taken", "Tên đăng nhập này đã có người dùng.", "This user name is taken.", "userName");

    private static Refusal PasswordsDiffer => Refusal.Of(
        "passwords-differ", "Hai lần nhập mật khẩu khác nhau.", "The two passwords differ.", "passwordAgain");

    private static Refusal NoRole => Refusal.Of("no-role", "Cần chọn ít nhất một vai trò.", "Choose at least one role.", "roles");

    private static Refusal AgencyMissing => Refusal.Of(
        "agency-missing", "Cán bộ đầu mối cần thuộc một cơ quan: hãy chọn cơ quan.", "A focal officer needs an agency.", "agency");

    private static Refusal AgencyUnknown => Refusal.Of(
        "agency-unknown", "Cơ quan này không có trong danh mục.", "This agency is not in the register.", "agency");
}
