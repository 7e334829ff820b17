using OpenPar.Core.Rules.Dmn.Model;

namespace OpenPar.Core.Rules.Dmn;

/// <summary>
/// A DMN model as written in its file (DMN 1.1 to 1.6): read, not yet checked against its imports and not yet runnable.
/// <see cref="DmnProgram"/> makes it run.
/// </summary>
public sealed class DmnModel
{
    internal DmnModel(string file, string @namespace, string name)
    {
        File = file;
        Namespace = @namespace;
        Name = name;
    }

    /// <summary>The file or label under which it was read.</summary>
    public string File { get; }

    /// <summary>The namespace that identifies it among models.</summary>
    public string Namespace { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The models it refers to.</summary>
    public IReadOnlyList<DmnImport> Imports { get; internal init; } = [];

    /// <summary>Names of its decisions, in the order of the file.</summary>
    public IEnumerable<string> Decisions => Elements.OfType<DecisionElement>().Select(decision => decision.Name);

    /// <summary>Names of its input data, in the order of the file.</summary>
    public IEnumerable<string> Inputs => Elements.OfType<InputElement>().Select(input => input.Name);

    internal IReadOnlyList<ItemDefinition> Types { get; init; } = [];

    internal IReadOnlyList<Element> Elements { get; init; } = [];
}

/// <summary>A model that another model refers to.</summary>
/// <param name="Name">The name under which its elements are seen; empty when they are seen without a prefix.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Location">Where the file may be, as written; null when not said.</param>
public sealed record DmnImport(string Name, string Namespace, string? Location);
