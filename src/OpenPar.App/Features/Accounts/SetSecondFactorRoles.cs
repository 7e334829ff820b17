using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Accounts;

/// <summary>
/// Sets the roles whose people must have a second factor. Who has none is led to add one and can do nothing else until then.
/// Taking a role off the list loosens security, so it asks for a reason, which the audit log keeps.
/// </summary>
public static class SetSecondFactorRoles
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 500;

    /// <param name="Roles">The whole list.</param>
    /// <param name="Reason">The decision or reason for taking roles off; needed then only.</param>
    public sealed record Command(IReadOnlyList<Role> Roles, string? Reason);

    /// <summary>One role, and what forcing it means.</summary>
    /// <param name="Role">The role.</param>
    /// <param name="Forced">Whether the role is on the list.</param>
    /// <param name="People">Open accounts with the role, without played ones.</param>
    /// <param name="Without">How many of them have no second factor.</param>
    public sealed record Line(Role Role, bool Forced, int People, int Without);

    public static class Refusals
    {
        public static Refusal ReasonMissing => Refusal.Of(
            "reason-missing",
            "Bỏ bắt buộc với một vai trò là nới lỏng bảo mật: hãy ghi quyết định hoặc lý do.",
            "Taking a role off the list loosens security: give the decision or reason.",
            "reason");

        public static Refusal ReasonTooLong => Refusal.Of(
            "reason-too-long", $"Lý do không quá {LongestReason} ký tự.", $"The reason has at most {LongestReason} characters.", "reason");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        /// <summary>Every role with its people.</summary>
        public async Task<IReadOnlyList<Line>> ShowAsync(CancellationToken cancellationToken)
        {
            var forced = await db.SecondFactorRoles.Select(r => r.Role).ToListAsync(cancellationToken);
            var people = await (
                from grant in db.Grants
                join user in db.Users on grant.UserId equals user.Id
                where !user.Disabled && !user.Demonstration
                let has = db.UserPasskeys.Any(p => p.UserId == user.Id) || db.Authenticators.Any(a => a.UserId == user.Id)
                group has by grant.Role into role
                select new { Role = role.Key, People = role.Count(), Without = role.Count(has => !has) }).ToListAsync(cancellationToken);
            return [.. Enum.GetValues<Role>().Select(role => people.Find(p => p.Role == role) is { } count
                ? new Line(role, forced.Contains(role), count.People, count.Without)
                : new Line(role, forced.Contains(role), 0, 0))];
        }

        /// <summary>Whether anything changed.</summary>
        public async Task<Answer<bool>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var reason = VietnameseText.Clean(command.Reason);
            if (reason.Length > LongestReason) return Refusals.ReasonTooLong;
            var set = await db.SecondFactorRoles.ToListAsync(cancellationToken);
            var (before, after) = (set.Select(r => r.Role).Order().ToList(), command.Roles.Distinct().Order().ToList());
            if (before.Except(after).Any() && reason.Length == 0) return Refusals.ReasonMissing;
            if (before.SequenceEqual(after)) return false;
            db.SecondFactorRoles.RemoveRange(set.Where(r => !after.Contains(r.Role)));
            Add(after.Except(before));
            db.Record(actor, time, nameof(SetSecondFactorRoles), "accounts/second-factor", new { roles = before }, new { roles = after, reason });
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        /// <summary>
        /// An installation for real work begins with administrators on the list: called at the start while there is no administrator,
        /// so nobody can have taken them off.
        /// </summary>
        public async Task BeginAsync(CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await Administrators.AloneAsync(db, cancellationToken);
            if (await Administrators.ExistAsync(db, null, cancellationToken) || await db.SecondFactorRoles.AnyAsync(cancellationToken)) return;
            Add([Role.Administrator]);
            db.Record(actor, time, nameof(SetSecondFactorRoles), "accounts/second-factor", new { roles = Array.Empty<Role>() }, new { roles = new[] { Role.Administrator } });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        private void Add(IEnumerable<Role> roles) => db.SecondFactorRoles.AddRange(
            roles.Select(role => new SecondFactorRole { Role = role, SetAt = time.GetUtcNow(), SetBy = actor.Name }));
    }
}
