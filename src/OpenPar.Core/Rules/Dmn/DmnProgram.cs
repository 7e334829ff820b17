using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn.Running;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn;

/// <summary>A value given to a model from outside.</summary>
/// <param name="Name">Name of the input data, or of a decision whose logic it replaces, or of a parameter.</param>
/// <param name="Value">A value of FEEL.</param>
/// <param name="Namespace">Namespace of the model that holds it; null for the main model, then its imports.</param>
public sealed record DmnInput(string Name, object? Value, string? Namespace = null);

/// <summary>
/// A model with its imports, ready to be evaluated, as often and on as many threads as wished. What cannot be run is
/// told in <see cref="Findings"/>; only the decisions that need it are null.
/// </summary>
public sealed class DmnProgram
{
    private readonly ILookup<string, Node> byName;

    private DmnProgram(DmnModel model, IReadOnlyList<Node> nodes, IReadOnlyList<Finding> findings)
    {
        Model = model;
        Findings = findings;
        byName = nodes.SelectMany(node => node.Names.Select(name => (Name: name, Node: node))).ToLookup(named => named.Name, named => named.Node, StringComparer.Ordinal);
    }

    /// <summary>The main model.</summary>
    public DmnModel Model { get; }

    /// <summary>What was noticed: texts that are not FEEL, missing types, elements and imports, circles of requirements.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Makes a model ready.</summary>
    /// <param name="model">The model.</param>
    /// <param name="resolve">Finds the model an import of a model means; null when there is none. At most 200 models are drawn in.</param>
    public static DmnProgram Of(DmnModel model, Func<DmnModel, DmnImport, DmnModel?>? resolve = null)
    {
        var linker = new Linker(resolve ?? ((_, _) => null));
        var nodes = linker.Link(model);
        return new DmnProgram(model, nodes, linker.Findings);
    }

    /// <summary>Begins an evaluation; each decision is worked out at most once in it, when it is asked for.</summary>
    /// <param name="inputs">The values given. A value that is not of its declared type counts as null with a warning.</param>
    /// <param name="run">Clock, limits and warnings.</param>
    public DmnSession Begin(IEnumerable<DmnInput> inputs, FeelRun run) => new(this, inputs, run);

    /// <summary>
    /// Reads a value from outside, such as from JSON, as the type of the input data it is for: text becomes a date, time
    /// or duration, and numbers stay numbers. What does not fit stays as it is.
    /// </summary>
    /// <param name="name">Name of the input data.</param>
    /// <param name="value">Null, bool, string, <see cref="FeelNumber"/>, <see cref="FeelList"/> or <see cref="FeelContext"/>.</param>
    public object? AsTyped(string name, object? value) => Find<InputNode>(name, null) is { Type: { } type } ? PlainValue.As(type.Shape, value) : value;

    /// <summary>The node of a kind that people call by a name: of the main model first, then "import.name", then of any model.</summary>
    internal T? Find<T>(string name, string? @namespace)
        where T : Node
    {
        var called = byName[name].OfType<T>().ToList();
        return @namespace is null
            ? called.FirstOrDefault(node => ReferenceEquals(node.Model, Model)) ?? Through<T>(name) ?? (called.Count > 0 ? called[0] : null)
            : called.FirstOrDefault(node => node.Model.Namespace == @namespace);
    }

    private T? Through<T>(string name)
        where T : Node
    {
        var import = Model.Imports.FirstOrDefault(i => i.Name.Length > 0 && name.StartsWith(i.Name + ".", StringComparison.Ordinal));
        return import is null ? null : byName[name[(import.Name.Length + 1)..]].OfType<T>().FirstOrDefault(node => node.Model.Namespace == import.Namespace);
    }
}
