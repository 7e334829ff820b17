namespace OpenPar.Core.Organisations.Reorganising.Revoking;

/// <summary>Duties, documents and people that go back. What somebody gave to a third since stays where it was given.</summary>
internal static class DutyReturn
{
    public static void Add(RevocationWork work)
    {
        Owners(work);
        Duties(work);
        Plans(work);
        Documents(work);
        Accounts(work);
    }

    private static void Owners(RevocationWork work)
    {
        var before = work.Trace.Owners.ToDictionary(o => o.Row, o => o.Agencies);
        foreach (var row in work.Done.OfType<MoveOwner>().GroupBy(m => m.Row))
        {
            var first = row.First();
            List<AgencyId> given = [.. row.Select(m => m.To).Distinct()];
            var present = work.Now.Owners.GetValueOrDefault(row.Key) ?? [];
            if (!given.TrueForAll(present.Contains))
            {
                work.Keep($"{first.RoundTitle}: dòng {first.Code} trên phiếu {work.NameOf(first.Unit)} đã đổi người phụ trách sau khi sắp xếp nên giữ nguyên.",
                    $"{first.RoundTitle}: row {first.Code} of {work.NameOf(first.Unit)} got another owner since and keeps it.");
                continue;
            }

            var moved = row.Select(m => m.From).Concat(given).ToHashSet();
            List<AgencyId> after = [.. present.Except(given).Union(before[row.Key].Where(moved.Contains)).OrderBy(a => a.ToString(), StringComparer.Ordinal)];
            work.Steps.Add(new ReturnOwners(row.Key, first.Code, first.Unit, first.RoundTitle, present, after));
        }
    }

    private static void Duties(RevocationWork work)
    {
        foreach (var duty in work.Done.OfType<MoveDuty>().GroupBy(m => (m.Framework, m.Code, m.Leads, m.To)))
        {
            var (framework, code, leads, to) = duty.Key;
            var present = work.Now.Duties.Where(d => d.Framework == framework && d.Code == code && d.Leads == leads).Select(d => d.Agency).ToHashSet();
            if (!present.Contains(to))
            {
                work.Keep($"{framework}, tiêu chí {code}: đã phân công lại sau khi sắp xếp nên giữ nguyên.", $"{framework}, criterion {code}: assigned anew since and kept so.");
                continue;
            }

            var added = work.Trace.Duties.First(d => d.Framework == framework && d.Code == code && d.Leads == leads && d.To == to).Added;
            work.Steps.Add(new ReturnDuty(framework, code, leads, to, !added, [.. duty.Select(m => m.From).Where(f => !present.Contains(f))]));
        }
    }

    private static void Plans(RevocationWork work)
    {
        foreach (var step in work.Done.OfType<MovePlanDuty>())
        {
            var present = work.Now.Plans.FirstOrDefault(p => p.Row == step.Row && p.Leads == step.Leads && p.Order == step.Order);
            if (present?.Agency == step.To) work.Steps.Add(step with { From = step.To, To = step.From });
            else work.Keep($"{step.PlanTitle}: một dòng của {work.NameOf(step.To)} đã giao lại sau khi sắp xếp nên giữ nguyên.", $"{step.PlanTitle}: a row of {work.NameOf(step.To)} was given elsewhere since and stays.");
        }
    }

    private static void Documents(RevocationWork work)
    {
        var moved = work.Done.OfType<MoveDocument>().ToDictionary(m => m.Document);
        var people = work.Done.OfType<MoveAccount>().GroupBy(m => m.Name).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().From);
        foreach (var document in work.Now.Documents)
        {
            if (moved.TryGetValue(document.Id, out var step))
            {
                if (document.Agency == step.To) work.Steps.Add(step with { From = step.To, To = step.From });
            }
            else if (document.Agency is { } agency && work.Began.Contains(agency))
            {
                // It goes with the person who added it, else to the agency named first.
                work.Steps.Add(new MoveDocument(document.Id, document.Name, agency, people.TryGetValue(document.AddedBy, out var home) ? home : work.Asked.Sources[0]));
            }
        }
    }

    private static void Accounts(RevocationWork work)
    {
        var moved = work.Done.OfType<MoveAccount>().ToDictionary(m => m.Account);
        foreach (var account in work.Now.Accounts)
        {
            if (moved.TryGetValue(account.Id, out var step))
            {
                if (account.Agency == step.To) work.Steps.Add(step with { From = step.To, To = step.From });
                else work.Keep($"{account.Name} đã chuyển sang {work.NameOf(account.Agency)} sau khi sắp xếp nên giữ nguyên.", $"{account.Name} was moved to {work.NameOf(account.Agency)} since and stays there.");
            }
            else if (work.Began.Contains(account.Agency))
            {
                if (work.Asked.Sources.Count == 1) work.Steps.Add(new MoveAccount(account.Id, account.Name, account.Agency, work.Asked.Sources[0]));
                else
                {
                    work.InTheWay($"Tài khoản {account.Name} lập ở {work.NameOf(account.Agency)} sau khi sắp xếp. Chuyển tài khoản về {work.NamesOf(work.Asked.Sources)} hoặc đơn vị khác rồi thu hồi.",
                        $"The account of {account.Name} was made at {work.NameOf(account.Agency)} since. Move it to one of {work.NamesOf(work.Asked.Sources)} or elsewhere first.");
                }
            }
        }
    }
}
