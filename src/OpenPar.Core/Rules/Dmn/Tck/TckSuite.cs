namespace OpenPar.Core.Rules.Dmn.Tck;

/// <summary>One test file of the DMN Technology Compatibility Kit: cases for one model.</summary>
/// <param name="File">The file, as findings call it.</param>
/// <param name="ModelName">File name of the model, beside the test file.</param>
/// <param name="Cases">The cases in order.</param>
public sealed record TckSuite(string File, string ModelName, IReadOnlyList<TckCase> Cases);

/// <summary>What a case calls.</summary>
public enum TckCall
{
    /// <summary>Decisions of the model, with the inputs as input data.</summary>
    Decision,

    /// <summary>A decision service, with the inputs as its arguments.</summary>
    Service,

    /// <summary>A business knowledge model, with the inputs as its arguments.</summary>
    Knowledge,
}

/// <summary>One case: inputs and what is expected.</summary>
/// <param name="Id">Its id within the file.</param>
/// <param name="Call">What is called.</param>
/// <param name="Invocable">Name of the service or knowledge model; null for decisions.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Results">What is expected of each named result.</param>
public sealed record TckCase(string Id, TckCall Call, string? Invocable, IReadOnlyList<TckInput> Inputs, IReadOnlyList<TckResult> Results);

/// <summary>A named input of a case.</summary>
/// <param name="Name">Name of the input data, decision or parameter.</param>
/// <param name="Namespace">Namespace of the model that holds it; null for the model under test.</param>
/// <param name="Value">The value.</param>
public sealed record TckInput(string Name, string? Namespace, TckValue Value);

/// <summary>A named result of a case.</summary>
/// <param name="Name">Name of the decision.</param>
/// <param name="Namespace">Namespace of the model that holds it; null for the model under test.</param>
/// <param name="Error">Whether the evaluation has to meet an error; its value then is what follows, usually null.</param>
/// <param name="Expected">The value; null when the file says nothing, which stands for null.</param>
public sealed record TckResult(string Name, string? Namespace, bool Error, TckValue? Expected);

/// <summary>A value as test files write it.</summary>
public abstract record TckValue;

/// <summary>Nothing (<c>xsi:nil</c>).</summary>
public sealed record TckNull : TckValue;

/// <summary>One value with the XML Schema type it was given.</summary>
/// <param name="Type">Local name of the type, such as <c>decimal</c>; null when not given, which stands for text.</param>
/// <param name="Text">Its text.</param>
public sealed record TckScalar(string? Type, string Text) : TckValue;

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
public sealed record TckList(IReadOnlyList<TckValue> Items) : TckValue;

/// <summary>A context.</summary>
/// <param name="Entries">Its entries in order.</param>
public sealed record TckContext(IReadOnlyList<KeyValuePair<string, TckValue>> Entries) : TckValue;
