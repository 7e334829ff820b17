using OpenPar.Core.Text;

namespace OpenPar.Core;

/// <summary>
/// A refusal a user can cause: what happened, what was kept, what to do. Each use case lists its own; they are
/// returned, never thrown.
/// </summary>
/// <param name="Code">Stable name within the use case, for tests and logs.</param>
/// <param name="Message">The sentence shown to the person.</param>
/// <param name="Field">The form field it belongs to, null for the whole form.</param>
public sealed record Refusal(string Code, LocalText Message, string? Field = null)
{
    /// <summary>A refusal from its two sentences.</summary>
    public static Refusal Of(string code, string vi, string en, string? field = null) => new(code, new LocalText(vi, en), field);
}

/// <summary>What a use case answers: a value, or the refusals that kept it from happening.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed class Answer<T>
{
    private readonly T? value;

    private Answer(T? value, IReadOnlyList<Refusal> refusals) => (this.value, Refusals) = (value, refusals);

    /// <summary>Why nothing happened; empty when it did.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when the use case was carried out.</summary>
    public bool Done => Refusals.Count == 0;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The use case was refused.</exception>
    public T Value => Done ? value! : throw new InvalidOperationException($"Refused: {Refusals[0].Code}");

    /// <summary>It was carried out.</summary>
    public static implicit operator Answer<T>(T value) => new(value, []);

    /// <summary>It was refused.</summary>
    public static implicit operator Answer<T>(Refusal refusal) => new(default, [refusal]);

    /// <summary>It was refused for several reasons.</summary>
    public static implicit operator Answer<T>(List<Refusal> refusals) => new(default, refusals);
}
