using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>What makes a suggestion less certain: each doubt has a sentence for the person who confirms.</summary>
internal sealed class Doubts
{
    private readonly List<Finding> findings = [];

    /// <summary>How certain the reading is so far, between 0 and 1.</summary>
    public decimal Certainty { get; private set; } = 1;

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>The rule is taken, but a person should look at this.</summary>
    /// <param name="weight">What remains of the certainty, between 0 and 1.</param>
    /// <param name="message">What is doubtful.</param>
    /// <param name="remedy">What to compare.</param>
    public void Add(decimal weight, LocalText message, LocalText remedy)
    {
        Certainty *= weight;
        findings.Add(Finding.Warning("", message, remedy));
    }

    /// <summary>A finding of the linter about the suggested rule.</summary>
    public void Add(decimal weight, Finding finding)
    {
        Certainty *= weight;
        findings.Add(finding);
    }
}
