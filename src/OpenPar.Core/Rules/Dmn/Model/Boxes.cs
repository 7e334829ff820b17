namespace OpenPar.Core.Rules.Dmn.Model;

/// <summary>A boxed expression: one node of the drawn logic of a decision (DMN 1.5, 10.2.1).</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Type">The declared type of its value; null when any.</param>
internal abstract record Box(Place Place, TypeName? Type);

/// <summary>FEEL text.</summary>
internal sealed record LiteralBox(Place Place, TypeName? Type, string Text) : Box(Place, Type);

/// <summary>Something this implementation knows of but cannot run, such as text in another language; its value is null.</summary>
internal sealed record UnknownBox(Place Place, TypeName? Type, string What) : Box(Place, Type);

/// <summary>Named steps, one after the other; an entry without a name is the answer.</summary>
internal sealed record ContextBox(Place Place, TypeName? Type, IReadOnlyList<ContextBoxEntry> Entries) : Box(Place, Type);

/// <summary>A step of a context; the one without a variable is its answer.</summary>
internal sealed record ContextBoxEntry(Variable? Variable, Box Value);

/// <summary>A list of expressions.</summary>
internal sealed record ListBox(Place Place, TypeName? Type, IReadOnlyList<Box> Items) : Box(Place, Type);

/// <summary>A list of contexts with the same names.</summary>
internal sealed record RelationBox(Place Place, TypeName? Type, IReadOnlyList<Variable> Columns, IReadOnlyList<IReadOnlyList<Box>> Rows) : Box(Place, Type);

/// <summary>A function definition.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Type">The declared type of the function.</param>
/// <param name="Language">FEEL, Java or PMML.</param>
/// <param name="Parameters">Parameters in order.</param>
/// <param name="Body">The body; null when the model does not say.</param>
internal sealed record FunctionBox(Place Place, TypeName? Type, FunctionLanguage Language, IReadOnlyList<Variable> Parameters, Box? Body) : Box(Place, Type);

/// <summary>The language in which the body of a function is written.</summary>
internal enum FunctionLanguage
{
    /// <summary>FEEL, the only one that can be run.</summary>
    Feel,

    /// <summary>A method of a Java class.</summary>
    Java,

    /// <summary>A PMML document.</summary>
    Pmml,
}

/// <summary>A call with named arguments.</summary>
internal sealed record InvocationBox(Place Place, TypeName? Type, Box Called, IReadOnlyList<InvocationArgument> Arguments) : Box(Place, Type);

/// <summary>One named argument of an invocation; no value is null.</summary>
internal sealed record InvocationArgument(Variable Parameter, Box? Value);

/// <summary>If, then, else (DMN 1.4).</summary>
internal sealed record ConditionalBox(Place Place, TypeName? Type, Box If, Box Then, Box Else) : Box(Place, Type);

/// <summary>The items of a list for which a condition holds (DMN 1.4).</summary>
internal sealed record FilterBox(Place Place, TypeName? Type, Box In, Box Match) : Box(Place, Type);

/// <summary>For, some and every (DMN 1.4).</summary>
internal sealed record IteratorBox(Place Place, TypeName? Type, IteratorKind Kind, string Name, TypeName? NameType, Box In, Box Body) : Box(Place, Type);

/// <summary>What is done with the values of an iteration.</summary>
internal enum IteratorKind
{
    /// <summary>They are collected.</summary>
    For,

    /// <summary>One of them has to be true.</summary>
    Some,

    /// <summary>All of them have to be true.</summary>
    Every,
}
