namespace OpenPar.Core.Rules.Feel;

/// <summary>
/// One way to call a built-in function, written as in the tables of the standard:
/// "string: string, start position: number, length?: number". "?" marks an optional parameter, "..." one that repeats.
/// Only parameters of type Any take null.
/// </summary>
internal sealed class Signature
{
    private readonly int required;
    private readonly bool repeats;

    public Signature(string text, BuiltinBody body)
    {
        Body = body;
        var arrow = text.Split("->", StringSplitOptions.TrimEntries);
        Result = arrow.Length > 1 ? FeelType.Named(arrow[1])! : FeelType.Any;
        var parameters = new List<FeelParameter>();
        foreach (var part in arrow[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, type) = (part[..part.IndexOf(':', StringComparison.Ordinal)], part[(part.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            repeats |= name.EndsWith("...", StringComparison.Ordinal);
            if (!name.EndsWith('?')) required++;
            parameters.Add(new FeelParameter(name.TrimEnd('?', '.'), FeelType.Named(type) ?? throw new ArgumentException(type, nameof(text))));
        }

        Parameters = parameters;
    }

    public IReadOnlyList<FeelParameter> Parameters { get; }

    public FeelType Result { get; }

    public BuiltinBody Body { get; }

    /// <summary>Arguments by position as the body wants them; null when they do not fit.</summary>
    public object?[]? Fit(IReadOnlyList<object?> args)
    {
        if (args.Count < required || (args.Count > Parameters.Count && !repeats)) return null;
        var values = new object?[repeats ? args.Count : Parameters.Count];
        for (var i = 0; i < args.Count; i++)
        {
            if (!Fit(Parameters[Math.Min(i, Parameters.Count - 1)].Type, args[i], out values[i])) return null;
        }

        return values;
    }

    /// <summary>Arguments by name as the body wants them; null when they do not fit.</summary>
    public object?[]? Fit(IReadOnlyList<string> names, IReadOnlyList<object?> args)
    {
        var values = new object?[Parameters.Count];
        var given = 0;
        for (var i = 0; i < names.Count; i++)
        {
            var at = IndexOf(names[i]);
            if (at < 0 || (given & (1 << at)) != 0) return null;
            given |= 1 << at;
            if (!Fit(Parameters[at].Type, args[i], out values[at])) return null;
        }

        // Parameters of type Any may be left out; they are then null.
        for (var at = 0; at < required; at++)
        {
            if ((given & (1 << at)) == 0 && !ReferenceEquals(Parameters[at].Type, FeelType.Any)) return null;
        }

        return given == 0 && required > 0 ? null : values;
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < Parameters.Count; i++) if (Parameters[i].Name == name) return i;
        return -1;
    }

    private static bool Fit(FeelType type, object? value, out object? fitted)
    {
        fitted = value;
        return ReferenceEquals(type, FeelType.Any) || (value is not null && type.TryCoerce(value, out fitted));
    }
}
