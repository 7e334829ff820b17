namespace OpenPar.Core.Plans;

/// <summary>What kind of time a plan states for a row.</summary>
public enum DeadlineKind
{
    /// <summary>A day, or everything up to a day ("15/12/2022", "Trước ngày 15/12/2022").</summary>
    Date,

    /// <summary>One month ("12/2021", "Tháng 7/2022").</summary>
    Month,

    /// <summary>One quarter ("Quý I/2022").</summary>
    Quarter,

    /// <summary>One year ("Năm 2023").</summary>
    Year,

    /// <summary>Any other stretch of days, perhaps open at its end ("Tháng 2 đến tháng 8 năm 2022", "Quý II, III/2022").</summary>
    Range,

    /// <summary>Again and again at a stated distance ("Định kỳ hàng quý").</summary>
    Recurring,

    /// <summary>All the time ("Thường xuyên").</summary>
    Continuous,

    /// <summary>When something happens ("Khi có quy định mới").</summary>
    OnEvent,

    /// <summary>When somebody else says ("Theo Kế hoạch của Bộ Nội vụ").</summary>
    External,

    /// <summary>Nothing is stated, or it could not be understood; the text is kept.</summary>
    Unknown,
}

/// <summary>How often something recurs; several may be stated at once ("theo quý và năm").</summary>
[Flags]
public enum RecurrencePeriods
{
    /// <summary>Nothing is stated.</summary>
    None = 0,

    /// <summary>Every day.</summary>
    Day = 1,

    /// <summary>Every week.</summary>
    Week = 2,

    /// <summary>Every month.</summary>
    Month = 4,

    /// <summary>Every quarter.</summary>
    Quarter = 8,

    /// <summary>Every six months.</summary>
    HalfYear = 16,

    /// <summary>Every year.</summary>
    Year = 32,
}
