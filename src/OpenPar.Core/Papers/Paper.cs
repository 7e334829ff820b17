using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Papers;

/// <summary>A paper of any kind.</summary>
public abstract record Paper
{
    /// <summary>What it is.</summary>
    public abstract PaperKind Kind { get; }

    /// <summary>Version, date of data, verification code, and whether the figures are invented.</summary>
    public required PaperTrace Trace { get; init; }

    /// <summary>Issuing body, number, place and date. An annex prints none of it but keeps who it comes from.</summary>
    public required PaperHeading Heading { get; init; }

    /// <summary>Who signs and who receives; null for an annex that is not signed by itself.</summary>
    public PaperSignature? Signature { get; init; }

    /// <summary>Who issues it, as the recorded state names it.</summary>
    public string Issuer => Heading.IssuingAgency;

    /// <summary>Title in one line.</summary>
    public abstract string Name { get; }

    /// <summary>How points are shown.</summary>
    public OutputRounding Rounding { get; init; } = OutputRounding.Published;

    /// <summary>What it says, without the verification code.</summary>
    public virtual PaperContent Content() => Composed().Content();

    /// <summary>The paper in the common form: blocks of text and tables.</summary>
    public abstract ComposedPaper Composed();
}
