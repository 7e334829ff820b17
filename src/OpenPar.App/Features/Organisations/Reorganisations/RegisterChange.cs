using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>The steps of a reorganisation in the register itself.</summary>
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

    public static async Task ApplyAsync(OpenParDb db, IReadOnlyList<ReorganisationStep> steps, string decision, Actor actor, TimeProvider time, CancellationToken cancellationToken)
    {
        var register = await db.Agencies.ToDictionaryAsync(a => a.Id, cancellationToken);
        foreach (var step in steps)
        {
            switch (step)
            {
                case CloseAgency close:
                    Change(db, register[close.Agency], a => a.ValidTo = close.LastDay, actor, time);
                    break;
                case RenameAgency rename:
                    db.FormerNames.Add(new FormerName { AgencyId = rename.Agency, LastDay = rename.LastDay, Name = rename.Former });
                    Change(db, register[rename.Agency], a => Rename(a, rename), actor, time);
                    break;
                case OpenAgency open:
                    var record = RecordOf(new Agency { Id = open.Agency, Name = open.Name, Kind = open.Kind, Parent = open.Parent, ValidFrom = open.FirstDay }, null);
                    record.RefreshSearchText();
                    db.Agencies.Add(record);
                    db.Record(actor, time, nameof(ApplyReorganisation), $"agency/{open.Agency}", null, AgencyState.Of(record));
                    break;
                case LinkAgencies link:
                    db.Successions.Add(new SuccessionRecord { PredecessorId = link.Predecessor, SuccessorId = link.Successor, EffectiveOn = link.On, Kind = link.Kind, Source = decision });
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

    private static void Change(OpenParDb db, AgencyRecord agency, Action<AgencyRecord> change, Actor actor, TimeProvider time)
    {
        var before = AgencyState.Of(agency);
        change(agency);
        agency.RefreshSearchText();
        db.Record(actor, time, nameof(ApplyReorganisation), $"agency/{agency.Id}", before, AgencyState.Of(agency));
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
