namespace OpenPar.Core.Rules.Feel;

/// <summary>The values that names have while an expression is evaluated: frames, the inner hiding the outer.</summary>
public abstract class FeelScope
{
    private readonly FeelScope? outer;

    private FeelScope(FeelScope? outer) => this.outer = outer;

    /// <summary>No names beside the built-in functions.</summary>
    public static FeelScope Empty { get; } = new Single("", null, null);

    /// <summary>A frame over a dictionary, which may still grow while evaluation goes on.</summary>
    public static FeelScope Of(IReadOnlyDictionary<string, object?> frame, FeelScope? outer = null) => new Frame(frame, outer);

    /// <summary>A frame whose values are looked up when they are asked for.</summary>
    /// <param name="find">Answers whether the name is known, and its value.</param>
    /// <param name="outer">The frame around it.</param>
    public static FeelScope Of(FeelLookup find, FeelScope? outer = null) => new Lookup(find, outer);

    /// <summary>A frame with one name inside this one.</summary>
    public FeelScope With(string name, object? value) => new Single(name, value, this);

    /// <summary>The value of a name in the innermost frame that has it.</summary>
    public bool TryGet(string name, out object? value)
    {
        for (var frame = this; frame is not null; frame = frame.outer)
        {
            if (frame.TryHere(name, out value)) return true;
        }

        value = null;
        return false;
    }

    private protected abstract bool TryHere(string name, out object? value);

    private sealed class Frame(IReadOnlyDictionary<string, object?> frame, FeelScope? outer) : FeelScope(outer)
    {
        private protected override bool TryHere(string name, out object? value) => frame.TryGetValue(name, out value);
    }

    private sealed class Lookup(FeelLookup find, FeelScope? outer) : FeelScope(outer)
    {
        private protected override bool TryHere(string name, out object? value) => find(name, out value);
    }

    private sealed class Single(string name, object? value, FeelScope? outer) : FeelScope(outer)
    {
        private protected override bool TryHere(string wanted, out object? found)
        {
            found = value;
            return string.Equals(wanted, name, StringComparison.Ordinal) && name.Length > 0;
        }
    }
}

/// <summary>Looks a name up.</summary>
/// <param name="name">The name.</param>
/// <param name="value">Its value; null when it is unknown.</param>
/// <returns>False when the name is unknown.</returns>
public delegate bool FeelLookup(string name, out object? value);
