using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations.Reorganising;

/// <summary>What the agencies before answer for, and whose it is from the first day on.</summary>
internal static class DutyPlan
{
    public static IEnumerable<ReorganisationStep> Of(ReorganisationState state, Reorganisation asked, IReadOnlySet<Guid> retired)
    {
        foreach (var row in state.Owned.Where(o => asked.Sources.Contains(o.Owner) && !retired.Contains(o.Sheet)))
        {
            // A transfer moves what was supplied or led for others; a unit goes on answering for its own sheet.
            if (asked.Kind == SuccessionKind.Transfer && row.Unit == row.Owner) continue;
            if (asked.HeirOf(row.Code) is { } heir) yield return new MoveOwner(row.Row, row.Code, row.Unit, row.RoundTitle, row.Owner, heir);
        }

        foreach (var duty in state.Duties.Where(d => asked.Sources.Contains(d.Agency)))
        {
            if (asked.HeirOf(duty.Code) is { } heir) yield return new MoveDuty(duty.Framework, duty.Code, duty.Leads, duty.Agency, heir);
        }

        if (asked.MainHeir is { } main)
        {
            foreach (var task in state.Plans.Where(p => asked.Sources.Contains(p.Agency) && !(p.DueOn < asked.On)))
                yield return new MovePlanDuty(task.Row, task.Leads, task.Order, task.PlanTitle, task.Agency, main);
            foreach (var document in state.Documents.Where(d => asked.Sources.Contains(d.Agency)))
                yield return new MoveDocument(document.Id, document.Name, document.Agency, main);
        }

        foreach (var account in state.Accounts.Where(a => asked.Sources.Contains(a.Agency)))
        {
            if (asked.HeirOf(account.Id) is { } place) yield return new MoveAccount(account.Id, account.Name, account.Agency, place);
        }
    }

    public static IEnumerable<LocalText> Warnings(ReorganisationState state, Reorganisation asked)
    {
        var past = state.Plans.Count(p => asked.MainHeir is not null && asked.Sources.Contains(p.Agency) && p.DueOn < asked.On);
        if (past > 0)
        {
            yield return new LocalText(
                $"{past} dòng kế hoạch đã hết hạn trước {asked.On:dd/MM/yyyy} giữ nguyên đơn vị cũ.", $"{past} rows of plans that ended before {asked.On:dd/MM/yyyy} keep the former agency.");
        }

        if (asked.Kind != SuccessionKind.Split) yield break;
        var main = asked.Successors[0].Name;
        yield return new LocalText(
            $"Nhiệm vụ, tài liệu, dòng kế hoạch và tài khoản không nêu cho đơn vị nào sẽ về {main}.", $"Duties, documents, rows of plans and accounts that are named for nobody go to {main}.");
    }
}
