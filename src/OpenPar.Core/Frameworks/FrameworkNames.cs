using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks;

/// <summary>The words for what frameworks distinguish.</summary>
public static class FrameworkNames
{
    /// <summary>Where points come from.</summary>
    public static LocalText Of(ScoringMethod method) => method switch
    {
        ScoringMethod.SelfAssessed => new LocalText("Tự đánh giá", "Self-assessed"),
        ScoringMethod.Survey => new LocalText("Điều tra xã hội học", "Survey"),
        _ => new LocalText("chưa biết", "unknown"),
    };

    /// <summary>A level of the tree.</summary>
    public static LocalText OfLevel(int level) => level switch
    {
        1 => new LocalText("Lĩnh vực", "Field"),
        2 => new LocalText("Tiêu chí", "Criterion"),
        _ => new LocalText("Tiêu chí thành phần", "Component criterion"),
    };
}
