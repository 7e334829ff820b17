using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Sets up or changes an appraisal team: its name, what it covers, its members and who leads it.</summary>
public static class SaveTeam
{
    /// <param name="Round">The round.</param>
    /// <param name="Team">The team; null for a new one.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Codes">Fields or criteria; empty for all.</param>
    /// <param name="Groups">Groups of units; empty for all.</param>
    /// <param name="Members">Its members.</param>
    /// <param name="Leaders">Those who lead it.</param>
    public sealed record Command(
        RoundId Round, TeamId? Team, string? Name, IReadOnlyList<string> Codes, IReadOnlyList<Guid> Groups, IReadOnlyList<Guid> Members, IReadOnlyList<Guid> Leaders);

    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy kỳ đánh giá hoặc tổ này.", "There is no such round or team.");

        public static Refusal Over(RoundState state) => Refusal.Of("round-over",
            $"Kỳ đánh giá đang ở trạng thái “{RowStateNames.Of(state).Vi}” nên không đổi tổ thẩm định được nữa.", $"The round is “{RowStateNames.Of(state).En}”: teams no longer change.");

        public static Refusal NameMissing => Refusal.Of("name-missing", "Nhập tên tổ.", "Enter the name of the team.", "name");

        public static Refusal NameTaken => Refusal.Of("name-taken", "Kỳ này đã có tổ cùng tên.", "The round has a team of this name.", "name");

        public static Refusal UnknownCode(string code) => Refusal.Of("unknown-code",
            $"“{code}” không phải là mã lĩnh vực hay tiêu chí của bộ chỉ số nào trong kỳ.", $"“{code}” is no field or criterion of the round.", "codes");

        public static Refusal NoMember => Refusal.Of("no-member", "Chọn ít nhất một thành viên.", "Choose at least one member.", "member");

        public static Refusal NotAppraiser => Refusal.Of("not-appraiser",
            "Có người được chọn không giữ vai trò thẩm định hoặc đã bị khoá tài khoản.", "Somebody chosen is no appraiser or has a disabled account.", "member");

        public static Refusal LeaderOutside => Refusal.Of("leader-outside", "Tổ trưởng phải là thành viên của tổ.", "The leader must be a member of the team.", "leader");
    }

    public sealed class Handler(OpenParDb db, ShowTeams.Handler teams, TimeProvider time, Actor actor)
    {
        public async Task<Answer<TeamId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (await teams.HandleAsync(command.Round, cancellationToken) is not { } view) return Refusals.NotFound;
            if (view.Round.State is not (RoundState.Draft or RoundState.Open or RoundState.Paused)) return Refusals.Over(view.Round.State);
            var team = command.Team is { } wanted ? await db.Teams.Include(t => t.Members).SingleOrDefaultAsync(t => t.Id == wanted && t.RoundId == command.Round, cancellationToken) : null;
            if (team is null && command.Team is not null) return Refusals.NotFound;
            var (codes, refusals) = await CodesAsync(command, view, cancellationToken);
            var name = VietnameseText.Clean(command.Name);
            if (name.Length == 0) refusals.Add(Refusals.NameMissing);
            else if (view.Teams.Any(t => t.Id != team?.Id && VietnameseText.Fold(t.Name) == VietnameseText.Fold(name))) refusals.Add(Refusals.NameTaken);
            if (command.Members.Count == 0) refusals.Add(Refusals.NoMember);
            if (command.Members.Any(m => view.Appraisers.All(a => a.Id != m))) refusals.Add(Refusals.NotAppraiser);
            if (command.Leaders.Any(l => !command.Members.Contains(l))) refusals.Add(Refusals.LeaderOutside);
            if (refusals.Count > 0) return refusals;

            var before = team is null ? null : Told(team);
            if (team is null) db.Teams.Add(team = new Team { Id = TeamId.New(), RoundId = command.Round, Name = name });
            team.Name = name;
            team.Codes = codes;
            team.Groups = [.. command.Groups.Where(g => view.Groups.Any(v => v.Id.Value == g)).Distinct()];
            SetMembers(team, command);
            db.Record(actor, time, nameof(SaveTeam), $"round/{command.Round.Value}", before, Told(team));
            await db.SaveChangesAsync(cancellationToken);
            return team.Id;
        }

        private async Task<(string[] Codes, List<Refusal> Refusals)> CodesAsync(Command command, ShowTeams.View view, CancellationToken cancellationToken)
        {
            var sets = view.Groups.Select(g => g.FrameworkId).Distinct().ToList();
            var known = (await db.Criteria.Where(c => sets.Contains(c.FrameworkId)).Select(c => c.Code).ToListAsync(cancellationToken)).ToHashSet();
            var codes = new SortedSet<CriterionCode>();
            var refusals = new List<Refusal>();
            foreach (var typed in command.Codes.Where(c => !string.IsNullOrWhiteSpace(c)))
            {
                if (CriterionCode.TryParse(typed, out var code) && known.Contains(code)) codes.Add(code);
                else refusals.Add(Refusals.UnknownCode(typed.Trim()));
            }

            return ([.. codes.Where(c => !codes.Any(c.IsBelow)).Select(c => c.ToString())], refusals);
        }

        private static void SetMembers(Team team, Command command)
        {
            team.Members.RemoveAll(m => !command.Members.Contains(m.UserId));
            foreach (var user in command.Members.Distinct())
            {
                if (team.Members.Find(m => m.UserId == user) is { } known) known.Leads = command.Leaders.Contains(user);
                else team.Members.Add(new TeamMember { TeamId = team.Id, UserId = user, Leads = command.Leaders.Contains(user) });
            }
        }
    }

    /// <summary>A team in the audit log.</summary>
    public static object Told(Team team)
    {
        ArgumentNullException.ThrowIfNull(team);
        return new { team.Name, team.Codes, team.Groups, Members = team.Members.Select(m => new { m.UserId, m.Leads }).ToList() };
    }
}
