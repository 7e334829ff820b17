namespace OpenPar.Core.Rules.Dmn.Model;

/// <summary>A reference to a type: a built-in of FEEL or an item definition.</summary>
/// <param name="Namespace">Namespace of the model that defines it; null when the file did not say (built-in, own model, or <c>import.name</c>).</param>
/// <param name="Name">The name as written, without prefix.</param>
internal sealed record TypeName(string? Namespace, string Name);

/// <summary>A named value with an optional type.</summary>
/// <param name="Name">The name by which expressions speak of it.</param>
/// <param name="Type">The declared type; null when any value will do.</param>
internal sealed record Variable(string Name, TypeName? Type);

/// <summary>Text in FEEL with its place in the file.</summary>
/// <param name="Text">The expression or the unary tests.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ExpressionText(string Text, Place Place);
