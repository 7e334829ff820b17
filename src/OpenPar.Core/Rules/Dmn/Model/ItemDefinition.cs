namespace OpenPar.Core.Rules.Dmn.Model;

/// <summary>A type defined by a model, or a component of one (DMN 1.5, 7.3.2).</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">Name of the type or of the component.</param>
/// <param name="Reference">The type it refines; null when it has components or a function.</param>
/// <param name="IsCollection">Whether a value is a list of what the rest describes.</param>
/// <param name="Components">The entries of a context; empty when it is none.</param>
/// <param name="Function">The signature of a function; null when it is none.</param>
/// <param name="AllowedValues">Unary tests every value (of a collection: every item) satisfies.</param>
/// <param name="TypeConstraint">Unary tests the whole value satisfies (DMN 1.5).</param>
internal sealed record ItemDefinition(
    Place Place,
    string Name,
    TypeName? Reference,
    bool IsCollection,
    IReadOnlyList<ItemDefinition> Components,
    FunctionItem? Function,
    ExpressionText? AllowedValues,
    ExpressionText? TypeConstraint);

/// <summary>The signature of a function type.</summary>
/// <param name="Parameters">Parameters in order.</param>
/// <param name="Output">The type of the answer; null when any.</param>
internal sealed record FunctionItem(IReadOnlyList<Variable> Parameters, TypeName? Output);
