using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Papers;

/// <summary>A paper of any kind.</summary>
public abstract record Paper
{
    /// <summary>What it is.</summary>
    public abstract PaperKind Kind { get; }

    /// <summary>Version, date of data, verification code, and whether the figures are invented.</summary>
    public required PaperTrace Trace { get; init; }

    /// <summary>Who issues it, as the recorded state names it.</summary>
    public abstract string Issuer { get; }

    /// <summary>Title in one line.</summary>
    public abstract string Name { get; }

    /// <summary>How points are shown.</summary>
    public OutputRounding Rounding { get; init; } = OutputRounding.Published;

    /// <summary>What it says, without the verification code.</summary>
    public virtual PaperContent Content() => Composed().Content();

    /// <summary>The paper in the common form: blocks of text and tables.</summary>
    public abstract ComposedPaper Composed();
}
