namespace OpenPar.Core.Rounds;

/// <summary>The last days of a round's steps, all inclusive, in order.</summary>
/// <param name="OpensOn">First day of self-scoring.</param>
/// <param name="SelfScoreDueOn">Last day of self-scoring and signing.</param>
/// <param name="AppraisalDueOn">Last day of the first appraisal.</param>
/// <param name="ExplanationDueOn">Last day of explanations.</param>
/// <param name="SecondAppraisalDueOn">Last day of the second appraisal.</param>
public sealed record RoundCalendar(DateOnly OpensOn, DateOnly SelfScoreDueOn, DateOnly AppraisalDueOn, DateOnly ExplanationDueOn, DateOnly SecondAppraisalDueOn)
{
    /// <summary>Whether every step ends on or after the one before.</summary>
    public bool InOrder => OpensOn <= SelfScoreDueOn && SelfScoreDueOn <= AppraisalDueOn && AppraisalDueOn <= ExplanationDueOn && ExplanationDueOn <= SecondAppraisalDueOn;

    /// <summary>The last day of a step.</summary>
    public DateOnly DueOn(RoundStep step) => step switch
    {
        RoundStep.SelfScore => SelfScoreDueOn,
        RoundStep.Appraisal => AppraisalDueOn,
        RoundStep.Explanation => ExplanationDueOn,
        RoundStep.SecondAppraisal => SecondAppraisalDueOn,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>The calendar with every step as late as extensions make it.</summary>
    /// <param name="extensions">Extensions that reach the sheet.</param>
    public RoundCalendar With(IEnumerable<Extension> extensions)
    {
        List<Extension> given = [.. extensions];
        return new(OpensOn, DueOn(RoundStep.SelfScore, given), DueOn(RoundStep.Appraisal, given), DueOn(RoundStep.Explanation, given), DueOn(RoundStep.SecondAppraisal, given));
    }

    /// <summary>The last day of a step for one sheet: the latest of the calendar's and of the extensions that reach the sheet. An extension never shortens.</summary>
    /// <param name="step">The step.</param>
    /// <param name="extensions">Extensions that reach the sheet.</param>
    public DateOnly DueOn(RoundStep step, IEnumerable<Extension> extensions)
    {
        ArgumentNullException.ThrowIfNull(extensions);
        return extensions.Where(e => e.Step == step).Select(e => e.DueOn).Append(DueOn(step)).Max();
    }
}

/// <summary>A later last day of a step, given by decision.</summary>
/// <param name="Step">The step.</param>
/// <param name="DueOn">The new last day, inclusive.</param>
public readonly record struct Extension(RoundStep Step, DateOnly DueOn);
