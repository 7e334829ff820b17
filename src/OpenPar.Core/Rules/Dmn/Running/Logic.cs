using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Rules.Feel;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>Logic of a model ready to run: a boxed expression with its text parsed and its types resolved.</summary>
internal abstract class Logic
{
    /// <summary>The declared type of the value; null when any.</summary>
    public DmnType? Type { get; init; }

    /// <summary>The value, of the declared type; null with a warning of the run when there is none.</summary>
    /// <exception cref="FeelLimitException">A limit of the run was reached.</exception>
    public object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        var value = Work(scope, run);
        return Type is null ? value : Type.Take(value, run);
    }

    /// <summary>The value before its type is looked at.</summary>
    protected abstract object? Work(FeelScope scope, FeelRun run);
}

/// <summary>FEEL text.</summary>
/// <param name="expression">The text, parsed.</param>
/// <param name="place">Where it stands; warnings name it.</param>
internal sealed class LiteralLogic(FeelExpression expression, Place place) : Logic
{
    /// <summary>The text.</summary>
    public string Text => expression.Text;

    protected override object? Work(FeelScope scope, FeelRun run)
    {
        var outer = run.Where;
        run.Where = place;
        var value = expression.Evaluate(scope, run);
        run.Where = outer;
        return value;
    }
}

/// <summary>Logic that cannot run; it says why.</summary>
internal sealed class NullLogic(LocalText? why) : Logic
{
    protected override object? Work(FeelScope scope, FeelRun run) => why is null ? null : run.Null(why);
}
