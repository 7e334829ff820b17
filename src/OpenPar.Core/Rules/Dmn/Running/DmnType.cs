using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>
/// A declared type: its shape, which <c>instance of</c> asks about, and the constraints on its values, which are checked
/// where a value is taken (DMN 1.5, 7.3.2).
/// </summary>
/// <param name="name">The name for messages.</param>
/// <param name="shape">The shape in FEEL.</param>
internal sealed class DmnType(string name, FeelType shape)
{
    /// <summary>Any value.</summary>
    public static DmnType Any { get; } = new("Any", FeelType.Any);

    /// <summary>The shape in FEEL.</summary>
    public FeelType Shape => shape;

    /// <summary>The type it refines; of a collection, the type of the items.</summary>
    public DmnType? Refined { get; init; }

    /// <summary>The entries of a context.</summary>
    public IReadOnlyList<KeyValuePair<string, DmnType>> Fields { get; init; } = [];

    /// <summary>How many types it is made of, each counted as often as it occurs.</summary>
    public int Size { get; init; } = 1;

    /// <summary>Whether values are lists.</summary>
    public bool IsList { get; init; }

    /// <summary>Tests for a value; of a collection, for each item.</summary>
    public FeelUnaryTests? Allowed { get; init; }

    /// <summary>Tests for the value as a whole.</summary>
    public FeelUnaryTests? Whole { get; init; }

    /// <summary>The values among which one is allowed, most important first; empty when they cannot be listed.</summary>
    public IReadOnlyList<object?> Ranking { get; init; } = [];

    /// <summary>The value as this type takes it, after the conversions of DMN 1.5, 10.3.2.9.4; null with a warning when it does not fit.</summary>
    public object? Take(object? value, FeelRun run)
    {
        if (value is null || ReferenceEquals(shape, FeelType.Any) && Refined is null && Allowed is null) return value;
        if (!shape.TryCoerce(value, out var taken)) return run.Null(DmnMessages.NotOfType(name, FeelText.Of(value)));
        return Allows(taken, run) ? taken : run.Null(DmnMessages.NotAllowed(name, FeelText.Of(value)));
    }

    /// <summary>Whether a value of the shape meets the constraints; null always does.</summary>
    public bool Allows(object? value, FeelRun run)
    {
        if (value is null) return true;
        run.Step();
        if (IsList && value is FeelList list)
        {
            foreach (var item in list) if (!OneAllowed(item, run)) return false;
        }
        else if (!OneAllowed(value, run))
        {
            return false;
        }

        return Whole is null || Whole.Evaluate(value, FeelScope.Empty, run) == true;
    }

    private bool OneAllowed(object? value, FeelRun run)
    {
        if (value is null) return true;
        if (Refined?.Allows(value, run) == false) return false;
        if (Allowed is not null && Allowed.Evaluate(value, FeelScope.Empty, run) != true) return false;
        foreach (var (field, type) in Fields)
            if (value is FeelContext context && context.TryGetValue(field, out var entry) && !type.Allows(entry, run)) return false;
        return true;
    }
}
