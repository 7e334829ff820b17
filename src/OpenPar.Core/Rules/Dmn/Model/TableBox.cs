namespace OpenPar.Core.Rules.Dmn.Model;

/// <summary>A decision table (DMN 1.5, chapter 8).</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Type">The declared type of the answer.</param>
/// <param name="Policy">What happens when several rules match.</param>
/// <param name="Inputs">The columns that are tested.</param>
/// <param name="Outputs">The columns that answer.</param>
/// <param name="Rules">The rules in order.</param>
internal sealed record TableBox(
    Place Place,
    TypeName? Type,
    HitPolicy Policy,
    IReadOnlyList<TableInput> Inputs,
    IReadOnlyList<TableOutput> Outputs,
    IReadOnlyList<TableRule> Rules)
    : Box(Place, Type);

/// <summary>A tested column: the expression and, where given, the tests its values satisfy.</summary>
internal sealed record TableInput(ExpressionText Expression, TypeName? Type, ExpressionText? Values);

/// <summary>An answering column.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">Name of the entry in the answer; null for the only column.</param>
/// <param name="Type">Declared type.</param>
/// <param name="Values">The values it may take, the most important first.</param>
/// <param name="Default">The answer when no rule matches.</param>
internal sealed record TableOutput(Place Place, string? Name, TypeName? Type, ExpressionText? Values, Box? Default);

/// <summary>One rule: a test for each input, an expression for each output.</summary>
internal sealed record TableRule(Place Place, IReadOnlyList<ExpressionText> Tests, IReadOnlyList<Box> Answers);
