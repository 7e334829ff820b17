using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Inverse;

/// <summary>One change of one figure that raises the points, all other figures staying as they are.</summary>
/// <param name="Fact">Name of the figure.</param>
/// <param name="From">Its value now.</param>
/// <param name="To">The nearest value that gives the points.</param>
/// <param name="Points">Points with the new value.</param>
/// <param name="Full">True when the rule cannot give more.</param>
/// <param name="Text">The change as advice: "Thêm 3 hồ sơ … → 1 điểm".</param>
public sealed record Raise(string Fact, FactValue From, FactValue To, decimal Points, bool Full, LocalText Text);
