using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>The steps of a reorganisation, and of its taking back, in the register itself.</summary>
internal static class RegisterChange
{
    /// <summary>What is wrong with new names, in the register as it will be.</summary>
    public static List<Refusal> Problems(ReorganisationState state, Reorganisation asked)
    {
        var lastDay = asked.On.AddDays(-1);
        var ends = asked.Kind == SuccessionKind.Transfer || asked.KeepsIdentity ? [] : asked.Sources.ToHashSet();
        List<AgencyRecord> register = [.. state.Agencies.Select(a => RecordOf(a, ends.Contains(a.Id) ? lastDay : a.ValidTo))];
        var refusals = new List<Refusal>();
        foreach (var successor in asked.Successors.Where(s => s.Opens || asked.KeepsIdentity))
        {
            refusals.AddRange(AgencyRules.Check(successor.Id, new AgencyEntry(successor.Name, successor.Kind, null, [], asked.On, null), register).Select(r => r with { Field = "Successors" }));
        }

        return refusals;
    }

    /// <summary>Names that agencies take back and another bears by now.</summary>
    public static IEnumerable<Refusal> Problems(RevocationState now, IReadOnlyList<ReorganisationStep> steps)
    {
        var register = now.Agencies.ToDictionary(a => a.Id, a => RecordOf(a, a.ValidTo));
        foreach (var step in steps)
        {
            if (step is VoidAgency gone) NeverBegins(register[gone.Agency]);
            else if (step is ResumeAgency resumed) register[resumed.Agency].ValidTo = resumed.LastDay;
            else if (step is RestoreName named) register[named.Agency].Name = named.Former;
        }

        var ids = steps.Select(s => s switch { ResumeAgency resumed => resumed.Agency, RestoreName named => named.Agency, _ => (AgencyId?)null }).OfType<AgencyId>();
        foreach (var record in ids.Select(id => register[id]))
        {
            var entry = new AgencyEntry(record.Name, record.Kind, null, record.Aliases, record.ValidFrom, record.ValidTo);
            foreach (var refusal in AgencyRules.Check(record.Id, entry, [.. register.Values])) yield return refusal;
        }
    }

    public static async Task ApplyAsync(
        OpenParDb db, IReadOnlyList<ReorganisationStep> steps, string action, string decision, Actor actor, TimeProvider time, CancellationToken cancellationToken)
    {
        var register = await db.Agencies.ToDictionaryAsync(a => a.Id, cancellationToken);
        foreach (var step in steps)
        {
            switch (step)
            {
                case CloseAgency close:
                    Change(db, register[close.Agency], a => a.ValidTo = close.LastDay, action, actor, time);
                    break;
                case RenameAgency rename:
                    db.FormerNames.Add(new FormerName { AgencyId = rename.Agency, LastDay = rename.LastDay, Name = rename.Former });
                    Change(db, register[rename.Agency], a => Rename(a, rename), action, actor, time);
                    break;
                case OpenAgency open:
                    var record = RecordOf(new Agency { Id = open.Agency, Name = open.Name, Kind = open.Kind, Parent = open.Parent, ValidFrom = open.FirstDay }, null);
                    record.RefreshSearchText();
                    db.Agencies.Add(record);
                    db.Record(actor, time, action, $"agency/{open.Agency}", null, AgencyState.Of(record));
                    break;
                case LinkAgencies link:
                    db.Successions.Add(new SuccessionRecord { PredecessorId = link.Predecessor, SuccessorId = link.Successor, EffectiveOn = link.On, Kind = link.Kind, Source = decision });
                    break;
                case ResumeAgency resume:
                    Change(db, register[resume.Agency], a => a.ValidTo = resume.LastDay, action, actor, time);
                    break;
                case VoidAgency gone:
                    Change(db, register[gone.Agency], NeverBegins, action, actor, time);
                    db.ReturnedAgencies.AddRange(gone.Heirs.Select(h => new ReturnedAgency { AgencyId = gone.Agency, HeirId = h }));
                    break;
                case RestoreName named:
                    db.FormerNames.RemoveRange(await db.FormerNames.Where(n => n.AgencyId == named.Agency && n.LastDay == named.LastDay).ToListAsync(cancellationToken));
                    Change(db, register[named.Agency], a => Restore(a, named), action, actor, time);
                    break;
                case UnlinkAgencies unlink:
                    db.Successions.Remove(await db.Successions.SingleAsync(s => s.PredecessorId == unlink.Predecessor && s.SuccessorId == unlink.Successor, cancellationToken));
                    break;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Rename(AgencyRecord agency, RenameAgency rename)
    {
        agency.Name = rename.Name;
        if (!agency.Aliases.Any(alias => VietnameseText.Fold(alias) == VietnameseText.Fold(rename.Former))) agency.Aliases = [.. agency.Aliases, rename.Former];
    }

    private static void Restore(AgencyRecord agency, RestoreName named)
    {
        agency.Name = named.Former;
        if (!named.WasAlias) agency.Aliases = [.. agency.Aliases.Where(alias => VietnameseText.Fold(alias) != VietnameseText.Fold(named.Former))];
    }

    // It exists on no day, so that another may bear its name.
    private static void NeverBegins(AgencyRecord agency) => agency.ValidTo = (agency.ValidFrom ??= agency.ValidTo ?? DateOnly.FromDateTime(DateTime.UnixEpoch)).AddDays(-1);

    private static void Change(OpenParDb db, AgencyRecord agency, Action<AgencyRecord> change, string action, Actor actor, TimeProvider time)
    {
        var before = AgencyState.Of(agency);
        change(agency);
        agency.RefreshSearchText();
        db.Record(actor, time, action, $"agency/{agency.Id}", before, AgencyState.Of(agency));
    }

    private static AgencyRecord RecordOf(Agency agency, DateOnly? validTo) => new()
    {
        Id = agency.Id,
        Name = agency.Name,
        Kind = agency.Kind,
        ParentId = agency.Parent,
        Aliases = [.. agency.Aliases],
        ValidFrom = agency.ValidFrom,
        ValidTo = validTo,
    };
}
