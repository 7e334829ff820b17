using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Organisations;
using OpenPar.Core;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Makes the draft of a round from an earlier one: way, groups, suppliers and settings taken over, calendar moved by years.</summary>
public static class CopyRound
{
    /// <param name="Earlier">The earlier round.</param>
    /// <param name="Title">Title of the new one.</param>
    /// <param name="Year">The year it assesses.</param>
    /// <param name="Calendar">Its days; null as they are proposed.</param>
    /// <param name="Frameworks">Framework of each group in order; missing ones keep the earlier round's.</param>
    public sealed record Command(RoundId Earlier, string Title, int Year, RoundCalendar? Calendar, IReadOnlyList<FrameworkId> Frameworks);

    /// <param name="Title">Title of the earlier round.</param>
    /// <param name="Renewal">The set-up that would be made, and what is told about it.</param>
    /// <param name="Newest">The newest version of the framework of each group, in order.</param>
    public sealed record Proposal(string Title, RoundRenewal Renewal, IReadOnlyList<FrameworkId> Newest);

    /// <param name="Round">The draft.</param>
    /// <param name="Told">What could not be taken over word for word.</param>
    public sealed record Result(RoundId Round, IReadOnlyList<Finding> Told);

    public sealed class Handler(OpenParDb db, CreateRound.Handler create)
    {
        /// <summary>What would be made; null when there is no such round. Without a year the one after the earlier round's.</summary>
        public async Task<Proposal?> ProposeAsync(RoundId earlier, int? year, CancellationToken cancellationToken)
        {
            if (await db.SetupAsync(earlier, cancellationToken) is not { } stored) return null;
            var setup = stored.Setup;
            var next = Math.Clamp(year ?? setup.Year + 1, 2000, 2200);
            var register = (await db.RegisterAsync(cancellationToken)).ToDictionary(a => a.Id);
            var links = await db.Successions.AsNoTracking().Select(s => new Succession(s.PredecessorId, s.SuccessorId, s.EffectiveOn, s.Kind, s.Source)).ToListAsync(cancellationToken);
            var working = await db.WorkingAsync(setup.Calendar, cancellationToken, Math.Max(1, next - setup.Year + 1));
            var frameworks = await db.Frameworks.AsNoTracking().Select(f => new { f.Id, f.FirstYear }).ToListAsync(cancellationToken);
            var newest = setup.Groups.Select(g => frameworks.Where(f => f.Id.Set == g.Framework.Set && (f.FirstYear ?? 0) <= next).OrderByDescending(f => f.FirstYear ?? 0).ThenByDescending(f => f.Id.Version, StringComparer.Ordinal).Select(f => f.Id).FirstOrDefault(g.Framework));
            return new Proposal(setup.Title, RoundRenewal.Of(setup, next, register, links, working), [.. newest]);
        }

        public async Task<Answer<Result>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (await ProposeAsync(command.Earlier, command.Year, cancellationToken) is not { } proposal) return SetUpRound.Refusals.NotFound;
            var told = proposal.Renewal.Told.ToList();
            var groups = new List<SetupGroup>();
            foreach (var (group, index) in proposal.Renewal.Setup.Groups.Select((g, i) => (g, i)))
                groups.Add(await WithAsync(group, index < command.Frameworks.Count ? command.Frameworks[index] : group.Framework, told, cancellationToken));
            var setup = proposal.Renewal.Setup with { Title = command.Title, Year = command.Year, Calendar = command.Calendar ?? proposal.Renewal.Setup.Calendar, Groups = groups };
            var answer = await create.HandleAsync(CreateRound.Command.Of(setup), cancellationToken);
            return answer.Done ? new Result(answer.Value, told) : answer.Refusals.ToList();
        }

        // A supply whose row the new framework lacks is told and left out.
        private async Task<SetupGroup> WithAsync(SetupGroup group, FrameworkId framework, List<Finding> told, CancellationToken cancellationToken)
        {
            if (framework == group.Framework) return group;
            var codes = (await db.Criteria.AsNoTracking().Where(c => c.FrameworkId == framework).Select(c => c.Code).ToListAsync(cancellationToken)).ToHashSet();
            foreach (var lost in group.Supplies.Where(s => !codes.Contains(s.Code)))
                told.Add(Finding.Warning(group.Name, new($"Bộ chỉ số {framework} không có dòng {lost.Code} đang có cơ quan cung cấp số liệu; đã bỏ ra.", $"{framework} has no row {lost.Code}, which had a supplier; left out."), new("Chọn lại cơ quan cung cấp số liệu của nhóm.", "Choose the suppliers of the group again.")));
            if (group.Supplies.Any(s => codes.Contains(s.Code)))
                told.Add(Finding.Info(group.Name, new("Bộ chỉ số của nhóm đã đổi: kiểm tra cơ quan cung cấp số liệu theo mã dòng.", "The framework of the group changed: look at its suppliers by code."), new("Mở nhóm để xem.", "Open the group.")));
            return group with { Framework = framework, Supplies = [.. group.Supplies.Where(s => codes.Contains(s.Code))] };
        }
    }
}
