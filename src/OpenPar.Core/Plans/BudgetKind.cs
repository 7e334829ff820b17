namespace OpenPar.Core.Plans;

/// <summary>What a plan says about the money of a row.</summary>
public enum BudgetKind
{
    /// <summary>A sum.</summary>
    Amount,

    /// <summary>Expressly nothing ("0", "Không").</summary>
    Zero,

    /// <summary>A sum for each unit ("10 triệu đồng/đơn vị"); how many units there are is not said.</summary>
    PerUnit,

    /// <summary>A source without a sum ("Theo dự toán được cấp", "Kinh phí theo Đề án").</summary>
    Allocated,

    /// <summary>A trial without money of its own ("Thí điểm").</summary>
    Pilot,

    /// <summary>Nothing is written, or only a dash.</summary>
    None,

    /// <summary>It could not be understood; the text is kept.</summary>
    Unknown,
}
