using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Rules.Feel;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>One model among those that belong together.</summary>
internal sealed class LinkedModel
{
    private readonly TypeTable types;
    private readonly Dictionary<string, Node> byId = new(StringComparer.Ordinal);
    private readonly List<(DmnImport Import, LinkedModel Linked)> imports = [];

    public LinkedModel(DmnModel model, TypeTable types)
    {
        Model = model;
        this.types = types;
        foreach (var element in model.Elements)
        {
            Node node = element switch
            {
                InputElement => new InputNode(element, model),
                DecisionElement decision => new DecisionNode(decision, model),
                _ => new CallableNode(element, model),
            };
            byId.Add(element.Id, node);
            Nodes.Add(node);
        }
    }

    public DmnModel Model { get; }

    public List<Node> Nodes { get; } = [];

    public void Import(DmnImport import, LinkedModel linked)
    {
        imports.Add((import, linked));
        types.Import(import, linked.types);
    }

    /// <summary>Looks up the type of each node.</summary>
    public void TypeNodes()
    {
        foreach (var node in Nodes) node.Type = types.Find(node.Element.Variable.Type, node.Element.Place);
    }

    /// <summary>Resolves what each node needs and calls.</summary>
    public void Connect(List<Finding> findings)
    {
        foreach (var node in Nodes)
        {
            if (node is DecisionNode decision)
            {
                decision.Needs = Sights(decision.Decision.Inputs, node, findings).Where(sight => sight.Node is not CallableNode).ToList();
                decision.Calls = Sights(decision.Decision.Knowledge, node, findings).Where(sight => sight.Node is CallableNode).ToList();
            }
            else if (node is CallableNode { Element: KnowledgeElement knowledge } function)
            {
                function.Calls = Sights(knowledge.Knowledge, node, findings).Where(sight => sight.Node is CallableNode).ToList();
            }
        }
    }

    /// <summary>Parses every text.</summary>
    public void Compile(List<Finding> findings)
    {
        var compiler = new LogicCompiler(types, findings);
        var known = FeelNames.None.WithTypes(types.Names());
        foreach (var node in Nodes)
        {
            if (node is DecisionNode { Decision.Logic: { } logic } decision)
                decision.Logic = compiler.Compile(logic, Frames.Names(known, decision.Calls.Concat(decision.Needs)));
            else if (node is CallableNode function)
                function.Function = Function(function, compiler, known, findings);
        }
    }

    private FeelFunction Function(CallableNode node, LogicCompiler compiler, FeelNames known, List<Finding> findings)
    {
        // The type of a function is that of its answer, or a function type that names it.
        var answer = (node.Element.Variable.Type is { } stated ? types.Answer(stated) : null) ?? node.Type;
        if (node.Element is ServiceElement service)
        {
            IReadOnlyList<Node> given = [.. Sights(service.InputData, node, findings).Concat(Sights(service.InputDecisions, node, findings)).Select(sight => sight.Node)];
            return new ServiceFunction(given, Sights(service.Outputs, node, findings).Select(sight => sight.Node).OfType<DecisionNode>().ToList(), answer);
        }

        // Functions see each other when they are called, not when they are made: they may call each other or themselves.
        var frame = new Lazy<Dictionary<string, object?>>(() => Frames.Of([.. node.Calls, new Sight(null, node)], call => ((CallableNode)call).Function));
        var scope = FeelScope.Of((string name, out object? value) => frame.Value.TryGetValue(name, out value));
        if (node.Element is not KnowledgeElement { Function: { } function })
            return new DmnFunction(node.Name, [], null, scope, new NullLogic(DmnMessages.NoLogic(node.Name)));
        var parameters = compiler.Parameters(function);
        var names = Frames.Names(known, node.Calls.Append(new Sight(null, node)));
        return new DmnFunction(node.Name, parameters, answer, scope, compiler.Body(function, parameters, names));
    }

    private List<Sight> Sights(IEnumerable<ElementReference> references, Node from, List<Finding> findings)
    {
        var sights = new List<Sight>();
        foreach (var reference in references)
        {
            if (Find(reference) is { } sight) sights.Add(sight);
            else findings.Add(Finding.Error(from.Element.Place.ToString(),
                new LocalText($"Tham chiếu đến phần tử không có: “{reference.Namespace}#{reference.Id}”.", $"The element “{reference.Namespace}#{reference.Id}” that is referred to does not exist."),
                new LocalText("Sửa tham chiếu hoặc thêm phần tử.", "Mend the reference or add the element.")));
        }

        return sights;
    }

    private Sight? Find(ElementReference reference)
    {
        if (reference.Namespace is not { } space || space == Model.Namespace)
            return byId.TryGetValue(reference.Id, out var own) ? new Sight(null, own) : null;
        foreach (var (import, linked) in imports)
            if ((import.Namespace == space || import.Location == space) && linked.byId.TryGetValue(reference.Id, out var found))
                return new Sight(import.Name.Length == 0 ? null : import.Name, found);
        return null;
    }
}
