using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Evidence.Tasks;

/// <summary>
/// Whose evidence a task of a plan is: those who change plans, and the agencies that lead the task or take part in it, name the documents that prove
/// its product.
/// </summary>
public sealed class TaskAccess(OpenParDb db, Actor actor)
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Kế hoạch không có nhiệm vụ này.", "The plan has no such task.");

        public static Refusal NotYours => Refusal.Of("not-yours",
            "Cơ quan bạn không chủ trì hay phối hợp nhiệm vụ này; không có gì được lưu.",
            "Your agency neither leads this task nor takes part in it; nothing was saved.");

        public static Refusal LeftOut => Refusal.Of("left-out",
            "Dòng này đã bỏ khỏi kế hoạch nên không thêm hay bỏ tài liệu; không có gì được lưu. Lấy dòng lại vào kế hoạch trước.",
            "The row was left out of the plan, so its documents stay as they are; nothing was saved. Take it back into the plan first.");
    }

    /// <summary>A task with its plan and agencies, when the person may change what proves it.</summary>
    public async Task<Answer<PlanRecord>> LoadAsync(PlanId plan, PlanRowId row, CancellationToken cancellationToken)
    {
        var found = await db.Plans.AsNoTracking().Include(p => p.Rows.Where(r => r.Id == row)).ThenInclude(r => r.Agencies).AsSingleQuery().SingleOrDefaultAsync(p => p.Id == plan, cancellationToken);
        if (found is not { Rows: [var task] } || !actor.May(Permission.ViewPlans)) return Refusals.NotFound;
        if (!Reaches(task)) return Refusals.NotYours;
        return task.LeftOut ? Refusals.LeftOut : found;
    }

    /// <summary>Whether the person may change what proves a task now.</summary>
    public bool May(PlanRowRecord task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return !task.LeftOut && Reaches(task);
    }

    private bool Reaches(PlanRowRecord task) =>
        actor.May(Permission.AddEvidence) && (actor.May(Permission.EditPlans) || (actor.Agency is { } agency && task.Agencies.Exists(a => a.AgencyId == agency)));
}
