using OpenPar.Core.Plans.Papers;

namespace OpenPar.Core.Papers;

/// <summary>What a template for a kind of paper can show: fields, and lists with columns. Taken from a sample of the paper, so it never differs from what is filled in.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Fields">Fields with their labels and an example.</param>
/// <param name="Lists">Lists with their columns and example rows.</param>
public sealed record PaperForm(PaperKind Kind, IReadOnlyList<PaperValue> Fields, IReadOnlyList<PaperTable> Lists)
{
    /// <summary>The form of a kind.</summary>
    public static PaperForm Of(PaperKind kind)
    {
        var sample = PaperSamples.Of(kind);
        var content = sample.Content();
        return new PaperForm(kind, [.. content.Values, PaperFields.CodeOf(sample.Trace with { VerificationCode = PaperState.Of(sample).Code.ToString() })], content.Tables);
    }

    /// <summary>The list a template must show: without it the paper would lose what it is about.</summary>
    public PaperTable MainList => Lists.MaxBy(list => list.Name == MainName() ? 1 : 0)!;

    /// <summary>Whether a template must show the field.</summary>
    public static bool IsRequired(string field) => PaperFields.Required.Contains(field);

    /// <summary>Whether there is such a field, or such a column written <c>list.column</c>.</summary>
    public bool Knows(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Split('.') switch
        {
            [var field] => Fields.Any(f => f.Name == field),
            [var list, var column] => Lists.Any(l => l.Name == list && l.Columns.Any(c => c.Name == column)),
            _ => false,
        };
    }

    private string MainName() => Kind switch
    {
        PaperKind.ScoreSummary or PaperKind.SpecialReport => "don_vi",
        PaperKind.AppraisalMinutes => "thay_doi",
        PaperKind.CouncilMinutes => "quyet_dinh",
        PaperKind.ExplanationFile => "giai_trinh",
        PaperKind.ResultsDecision => "xep_hang",
        PaperKind.LostPoints => "dong",
        PaperKind.AssignmentAnnex or PaperKind.AssignmentDecision => "phan_cong",
        PaperKind.Plan or PaperKind.PlanTable => PlanPaperTable.Name,
        _ => "tieu_chi",
    };
}
