namespace OpenPar.Core.Rules.Dmn.Model;

/// <summary>A reference to an element by id.</summary>
/// <param name="Namespace">Namespace of the model that holds it; null for the same model.</param>
/// <param name="Id">The id.</param>
internal sealed record ElementReference(string? Namespace, string Id);

/// <summary>A part of a model that other parts can name.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Id">Its id within the model.</param>
/// <param name="Name">Its name as shown in diagrams.</param>
/// <param name="Variable">The name and type of its value.</param>
internal abstract record Element(Place Place, string Id, string Name, Variable Variable);

/// <summary>A value given from outside.</summary>
internal sealed record InputElement(Place Place, string Id, string Name, Variable Variable) : Element(Place, Id, Name, Variable);

/// <summary>A value worked out from inputs and other decisions.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Id">Its id within the model.</param>
/// <param name="Name">Its name.</param>
/// <param name="Variable">The name and type of its value.</param>
/// <param name="Inputs">The input data and decisions it needs.</param>
/// <param name="Knowledge">The functions it calls.</param>
/// <param name="Logic">How the value is worked out; null when the model does not say.</param>
internal sealed record DecisionElement(
    Place Place,
    string Id,
    string Name,
    Variable Variable,
    IReadOnlyList<ElementReference> Inputs,
    IReadOnlyList<ElementReference> Knowledge,
    Box? Logic)
    : Element(Place, Id, Name, Variable);

/// <summary>A business knowledge model: a named function.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Id">Its id within the model.</param>
/// <param name="Name">Its name.</param>
/// <param name="Variable">The name and type of the function.</param>
/// <param name="Knowledge">The functions it calls.</param>
/// <param name="Function">Parameters and body; null when the model does not say.</param>
internal sealed record KnowledgeElement(
    Place Place,
    string Id,
    string Name,
    Variable Variable,
    IReadOnlyList<ElementReference> Knowledge,
    FunctionBox? Function)
    : Element(Place, Id, Name, Variable);

/// <summary>A decision service: some decisions of a model offered as one function.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Id">Its id within the model.</param>
/// <param name="Name">Its name.</param>
/// <param name="Variable">The name and type of the function.</param>
/// <param name="Outputs">The decisions whose values are the answer.</param>
/// <param name="InputDecisions">Decisions whose values the caller gives.</param>
/// <param name="InputData">Input data the caller gives.</param>
internal sealed record ServiceElement(
    Place Place,
    string Id,
    string Name,
    Variable Variable,
    IReadOnlyList<ElementReference> Outputs,
    IReadOnlyList<ElementReference> InputDecisions,
    IReadOnlyList<ElementReference> InputData)
    : Element(Place, Id, Name, Variable);
