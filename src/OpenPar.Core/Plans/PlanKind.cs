namespace OpenPar.Core.Plans;

/// <summary>Shapes of plans.</summary>
public enum PlanKind
{
    /// <summary>Kế hoạch, biểu kế hoạch: task, product, lead, coordinating, time.</summary>
    PlanTable,

    /// <summary>Khung nhiệm vụ: objective, task, activity, product, lead, coordinating, time, money.</summary>
    TaskFramework,

    /// <summary>Kế hoạch cải thiện chỉ số: criterion, lead, coordinating, requirement, evidence or result.</summary>
    Improvement,
}
