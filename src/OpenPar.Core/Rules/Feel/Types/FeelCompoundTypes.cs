namespace OpenPar.Core.Rules.Feel;

/// <summary>A type without parts.</summary>
internal sealed class FeelKind(string name, Func<object, bool> holds) : FeelType
{
    public override string Name => name;

    public override bool Conforms(object? value) => value is null || holds(value);

    public override bool IsSubtypeOf(FeelType other) => ReferenceEquals(this, other) || ReferenceEquals(other, Any) || ReferenceEquals(this, Null);
}

/// <summary>Lists whose items are all of one type.</summary>
/// <param name="item">Type of the items.</param>
public sealed class FeelListType(FeelType item) : FeelType
{
    /// <summary>Type of the items.</summary>
    public FeelType Item => item;

    /// <inheritdoc/>
    public override string Name => $"list<{item.Name}>";

    /// <inheritdoc/>
    public override bool Conforms(object? value) => value is null || (value is FeelList list && (ReferenceEquals(item, Any) || list.All(item.Conforms)));

    /// <inheritdoc/>
    public override bool IsSubtypeOf(FeelType other) => ReferenceEquals(other, Any) || (other is FeelListType list && item.IsSubtypeOf(list.Item));

    /// <inheritdoc/>
    public override FeelType? Member(string name) => item.Member(name) is { } member ? new FeelListType(member) : null;

    /// <inheritdoc/>
    public override IEnumerable<string> MemberNames => item.MemberNames;
}

/// <summary>Contexts that have at least the given entries.</summary>
/// <param name="fields">Names and types of the entries.</param>
public sealed class FeelContextType(IReadOnlyList<KeyValuePair<string, FeelType>> fields) : FeelType
{
    /// <summary>Names and types of the entries.</summary>
    public IReadOnlyList<KeyValuePair<string, FeelType>> Fields => fields;

    /// <inheritdoc/>
    public override string Name => fields.Count == 0 ? "context" : $"context<{string.Join(", ", fields.Select(entry => $"{entry.Key}: {entry.Value.Name}"))}>";

    /// <inheritdoc/>
    public override bool Conforms(object? value) =>
        value is null || (value is FeelContext context && fields.All(field => context.TryGetValue(field.Key, out var entry) && field.Value.Conforms(entry)));

    /// <inheritdoc/>
    public override bool IsSubtypeOf(FeelType other) => ReferenceEquals(other, Any)
        || (other is FeelContextType context && context.Fields.All(field => Member(field.Key)?.IsSubtypeOf(field.Value) == true));

    /// <inheritdoc/>
    public override FeelType? Member(string name) => fields.FirstOrDefault(field => field.Key == name).Value;

    /// <inheritdoc/>
    public override IEnumerable<string> MemberNames => fields.SelectMany(entry => entry.Value.MemberNames.Prepend(entry.Key));
}

/// <summary>Ranges whose ends are of one type.</summary>
/// <param name="item">Type of the ends.</param>
public sealed class FeelRangeType(FeelType item) : FeelType
{
    /// <summary>Type of the ends.</summary>
    public FeelType Item => item;

    /// <inheritdoc/>
    public override string Name => $"range<{item.Name}>";

    /// <inheritdoc/>
    public override bool Conforms(object? value) => value is null || (value is FeelRange range && item.Conforms(range.Low) && item.Conforms(range.High));

    /// <inheritdoc/>
    public override bool IsSubtypeOf(FeelType other) => ReferenceEquals(other, Any) || (other is FeelRangeType range && item.IsSubtypeOf(range.Item));
}

/// <summary>Functions of given parameter types and result type.</summary>
/// <param name="parameters">Types of the parameters; null for functions of any parameters.</param>
/// <param name="result">Type of the result.</param>
public sealed class FeelFunctionType(IReadOnlyList<FeelType>? parameters, FeelType result) : FeelType
{
    /// <summary>Types of the parameters; null for functions of any parameters.</summary>
    public IReadOnlyList<FeelType>? Parameters => parameters;

    /// <summary>Type of the result.</summary>
    public FeelType Result => result;

    /// <inheritdoc/>
    public override string Name => parameters is null ? "function" : $"function<{string.Join(", ", parameters.Select(type => type.Name))}>->{result.Name}";

    /// <summary>Whether a function takes these parameters and, as far as it tells, answers this result.</summary>
    public override bool Conforms(object? value) => value is null || (value is FeelFunction function && Shown(function).IsSubtypeOf(this));

    /// <inheritdoc/>
    public override bool IsSubtypeOf(FeelType other)
    {
        if (ReferenceEquals(other, Any)) return true;
        if (other is not FeelFunctionType wanted || !result.IsSubtypeOf(wanted.Result)) return false;
        if (wanted.Parameters is null) return true;
        return parameters is not null && parameters.Count == wanted.Parameters.Count
            && wanted.Parameters.Zip(parameters).All(pair => pair.First.IsSubtypeOf(pair.Second));
    }

    // A function whose result nobody declared may answer anything, so also what is wanted.
    private FeelFunctionType Shown(FeelFunction function) => new(
        [.. function.Parameters.Select(parameter => parameter.Type)], ReferenceEquals(function.Result, Any) ? result : function.Result);
}
