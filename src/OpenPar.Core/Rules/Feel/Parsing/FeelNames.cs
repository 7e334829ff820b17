namespace OpenPar.Core.Rules.Feel;

/// <summary>
/// The names an expression may use, so that names with spaces and signs ("tỷ lệ đúng hạn", "a + b", "pre-bureau risk") are
/// recognised, and the types that <c>instance of</c> and parameters may name. Frames are layered: an inner one adds to the outer one.
/// </summary>
public sealed class FeelNames
{
    private readonly FeelNames? outer;
    private readonly NameTable names = new();
    private readonly NameTable members = new();
    private readonly NameTable typeNames = new();
    private readonly Dictionary<string, FeelType> types = new(StringComparer.Ordinal);

    private FeelNames(FeelNames? outer) => this.outer = outer;

    /// <summary>No names beside the built-in functions.</summary>
    public static FeelNames None { get; } = new((FeelNames?)null);

    /// <summary>Adds one name; when its type is a context, its members can be reached by paths.</summary>
    public FeelNames With(string name, FeelType? type = null) => With([new(name, type)]);

    /// <summary>Adds several names at once.</summary>
    public FeelNames With(IEnumerable<KeyValuePair<string, FeelType?>> added)
    {
        var inner = new FeelNames(this);
        foreach (var (name, type) in added)
        {
            inner.names.Add(name);
            foreach (var member in type?.MemberNames ?? []) inner.members.Add(member);
        }

        return inner;
    }

    /// <summary>Adds the names of a context and of all contexts inside it.</summary>
    public FeelNames WithContext(IReadOnlyDictionary<string, object?> context)
    {
        var inner = new FeelNames(this);
        foreach (var (name, value) in context)
        {
            inner.names.Add(name);
            inner.AddMembers(value);
        }

        return inner;
    }

    /// <summary>Adds names that are reached only by paths, of whatever value.</summary>
    public FeelNames WithMembers(IEnumerable<string> added)
    {
        var inner = new FeelNames(this);
        foreach (var member in added) inner.members.Add(member);
        return inner;
    }

    /// <summary>Adds named types, such as the item definitions of a DMN model.</summary>
    public FeelNames WithTypes(IEnumerable<KeyValuePair<string, FeelType>> added)
    {
        var inner = new FeelNames(this);
        foreach (var (name, type) in added)
        {
            inner.types[name] = type;
            inner.typeNames.Add(name);
            foreach (var member in type.MemberNames) inner.members.Add(member);
        }

        return inner;
    }

    /// <summary>The longest named type that the tokens from a place on spell; null when none does.</summary>
    internal (FeelType Type, int Tokens)? LongestType(TokenRun tokens, int at)
    {
        var here = typeNames.Longest(tokens, at);
        var further = outer?.LongestType(tokens, at);
        return here is not null && here.Tokens >= (further?.Tokens ?? 0) ? (types[here.Name], here.Tokens) : further;
    }

    /// <summary>The longest known name that the tokens from a place on spell; null when none does.</summary>
    internal NameMatch? Longest(TokenRun tokens, int at, bool withMembers)
    {
        NameMatch? best = null;
        for (var frame = this; frame is not null; frame = frame.outer)
        {
            best = NameMatch.Longer(best, frame.names.Longest(tokens, at));
            if (withMembers) best = NameMatch.Longer(best, frame.members.Longest(tokens, at));
        }

        return best;
    }

    private void AddMembers(object? value)
    {
        if (value is FeelList list) foreach (var item in list) AddMembers(item);
        if (value is not FeelContext context) return;
        foreach (var (name, inside) in context)
        {
            members.Add(name);
            AddMembers(inside);
        }
    }
}
