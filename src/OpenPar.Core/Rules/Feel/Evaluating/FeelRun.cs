using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Bounds of one evaluation. They count work, not time, so the same expression always ends the same way.</summary>
/// <param name="Steps">Operations in all.</param>
/// <param name="Depth">Functions inside functions.</param>
/// <param name="ListItems">Items of one list.</param>
/// <param name="StringLength">Characters of one string.</param>
public sealed record FeelLimits(int Steps = 10_000_000, int Depth = 250, int ListItems = 1_000_000, int StringLength = 1_000_000);

/// <summary>Why a value became null: the sentence and where in the text, as a 1-based offset in characters.</summary>
/// <param name="Message">The sentence.</param>
/// <param name="Position">1-based offset in UTF-16 characters.</param>
/// <param name="Where">Where the text stands, when the host of the evaluation said so.</param>
public sealed record FeelWarning(LocalText Message, int Position, string? Where = null);

/// <summary>One evaluation: its clock, its limits, and what went wrong on the way. Not for several threads at once.</summary>
public sealed class FeelRun
{
    private const int MostWarnings = 100;
    private readonly List<FeelWarning> warnings = [];
    private int depth;
    private int steps;

    /// <summary>A run.</summary>
    /// <param name="now">What <c>now()</c> and <c>today()</c> answer; null makes them null with a warning.</param>
    /// <param name="limits">Bounds; the default ones suit a rule of a framework.</param>
    public FeelRun(FeelDateTime? now = null, FeelLimits? limits = null)
    {
        Now = now;
        Limits = limits ?? new FeelLimits();
        steps = Limits.Steps;
    }

    /// <summary>The moment of the evaluation.</summary>
    public FeelDateTime? Now { get; }

    /// <summary>The bounds.</summary>
    public FeelLimits Limits { get; }

    /// <summary>The first hundred reasons why something became null.</summary>
    public IReadOnlyList<FeelWarning> Warnings => warnings;

    /// <summary>Where in the text the evaluation is, as a 1-based offset.</summary>
    public int Position { get; internal set; } = 1;

    /// <summary>Where the text being evaluated stands, such as a cell of a table; null when it stands alone.</summary>
    internal object? Where { get; set; }

    /// <summary>Counts one operation.</summary>
    /// <exception cref="FeelLimitException">The steps are used up, or the stack is.</exception>
    public void Step()
    {
        if (--steps < 0) throw new FeelLimitException(FeelMessages.TooManySteps(Limits.Steps), Position);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new FeelLimitException(FeelMessages.TooDeep, Position);
    }

    /// <summary>Counts many operations at once, before they are done.</summary>
    /// <exception cref="FeelLimitException">The steps are used up.</exception>
    public void Steps(long count)
    {
        if (count > steps) throw new FeelLimitException(FeelMessages.TooManySteps(Limits.Steps), Position);
        steps -= (int)count;
    }

    /// <summary>Counts the work of walking through a value once: nothing for a plain one.</summary>
    /// <exception cref="FeelLimitException">The steps are used up.</exception>
    internal void Walk(object? value)
    {
        if (value is string text) Steps(text.Length / 16);
        else if (value is FeelList or FeelContext) Steps(Nesting.Of(value).Weight / 2);
    }

    /// <summary>Goes into a function.</summary>
    /// <exception cref="FeelLimitException">Too many functions inside functions.</exception>
    public void Enter()
    {
        Step();
        if (++depth > Limits.Depth) throw new FeelLimitException(FeelMessages.TooDeep, Position);
    }

    /// <summary>Comes out of a function.</summary>
    public void Leave() => depth--;

    /// <summary>Makes sure a list of that size may be built.</summary>
    /// <exception cref="FeelLimitException">It would be too long.</exception>
    public void CheckList(long items)
    {
        if (items > Limits.ListItems) throw new FeelLimitException(FeelMessages.ListTooLong(Limits.ListItems), Position);
    }

    /// <summary>Makes sure a string of that length may be built.</summary>
    /// <exception cref="FeelLimitException">It would be too long.</exception>
    public void CheckString(long length)
    {
        if (length > Limits.StringLength) throw new FeelLimitException(FeelMessages.StringTooLong(Limits.StringLength), Position);
    }

    /// <summary>Notes why a value is null, and answers null.</summary>
    public object? Null(LocalText why)
    {
        if (warnings.Count < MostWarnings) warnings.Add(new FeelWarning(why, Position, Where?.ToString()));
        return null;
    }
}

/// <summary>A limit of the run was reached. Caught at the public door and answered as an error.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Without the limit and the place it would say nothing.")]
public sealed class FeelLimitException : Exception
{
    /// <summary>The reason and the place.</summary>
    public FeelLimitException(LocalText why, int position)
        : base(why.En) => (Why, Position) = (why, position);

    /// <summary>The reason.</summary>
    public LocalText Why { get; }

    /// <summary>1-based offset in UTF-16 characters.</summary>
    public int Position { get; }
}
