using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Rules.Feel;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>An element of the linked models.</summary>
/// <param name="element">As the file has it.</param>
/// <param name="model">The model it stands in.</param>
internal abstract class Node(Element element, DmnModel model)
{
    public Element Element => element;

    public DmnModel Model => model;

    /// <summary>The name by which expressions speak of it.</summary>
    public string Name => element.Variable.Name;

    /// <summary>The declared type of its value; null when any.</summary>
    public DmnType? Type { get; set; }

    /// <summary>The names by which people call it: that of the element and that of its value, mostly the same.</summary>
    public IEnumerable<string> Names => element.Name == Name ? [Name] : [element.Name, Name];
}

/// <summary>Input data.</summary>
internal sealed class InputNode(Element element, DmnModel model) : Node(element, model);

/// <summary>A node as another one sees it.</summary>
/// <param name="Import">The import it is seen through; null for the same model and for imports without a name.</param>
/// <param name="Node">The node.</param>
internal sealed record Sight(string? Import, Node Node);

/// <summary>A decision.</summary>
internal sealed class DecisionNode(DecisionElement element, DmnModel model) : Node(element, model)
{
    public DecisionElement Decision => element;

    /// <summary>Input data and decisions it needs.</summary>
    public IReadOnlyList<Sight> Needs { get; set; } = [];

    /// <summary>Functions it calls.</summary>
    public IReadOnlyList<Sight> Calls { get; set; } = [];

    /// <summary>How the value is worked out.</summary>
    public Logic Logic { get; set; } = new NullLogic(DmnMessages.NoLogic(element.Name));

    /// <summary>Why it can have no value; null when it can.</summary>
    public LocalText? Obstacle { get; set; }
}

/// <summary>A business knowledge model or a decision service: something that is called.</summary>
internal sealed class CallableNode(Element element, DmnModel model) : Node(element, model)
{
    /// <summary>Functions it calls; none for services.</summary>
    public IReadOnlyList<Sight> Calls { get; set; } = [];

    /// <summary>The function, made when all nodes are known.</summary>
    public FeelFunction? Function { get; set; }
}
