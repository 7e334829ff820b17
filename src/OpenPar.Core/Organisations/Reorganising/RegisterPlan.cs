namespace OpenPar.Core.Organisations.Reorganising;

/// <summary>What happens to the register. What it says already, as a pack of agencies may, is not said again.</summary>
internal static class RegisterPlan
{
    public static IEnumerable<ReorganisationStep> Of(ReorganisationState state, Reorganisation asked)
    {
        var register = state.Agencies.ToDictionary(a => a.Id);
        var lastDay = asked.On.AddDays(-1);
        if (asked.KeepsIdentity)
        {
            yield return new RenameAgency(asked.Sources[0], register[asked.Sources[0]].Name, asked.Successors[0].Name, lastDay);
            yield break;
        }

        if (asked.Kind != SuccessionKind.Transfer)
        {
            foreach (var source in asked.Sources.Where(s => register[s].ValidTo != lastDay)) yield return new CloseAgency(source, lastDay);
        }

        foreach (var successor in asked.Successors.Where(s => s.Opens))
            yield return new OpenAgency(successor.Id, successor.Name, successor.Kind, register[asked.Sources[0]].Parent, asked.On);
        foreach (var source in asked.Sources)
        {
            foreach (var successor in asked.Successors.Where(s => !state.Links.Any(l => l.Predecessor == source && l.Successor == s.Id)))
                yield return new LinkAgencies(source, successor.Id, asked.On, asked.Kind);
        }
    }
}
