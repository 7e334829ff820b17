using BenchmarkDotNet.Attributes;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Results;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Feel;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Rules.Programs;

namespace OpenPar.Bench.Rules;

/// <summary>A national recompute of mixed kinds; time and memory are those of one leaf score.</summary>
[MemoryDiagnoser]
public class National
{
    private const int Explained = 100;
    private readonly Province province = Province.Make();
    private RuleProgram[] programs = [];
    private ReadRow[][] rows = [];

    [GlobalSetup]
    public void Prepare() => (programs, rows) = province.Prepare();

    [Benchmark(Description = "score", OperationsPerInvoke = Province.Communes * Province.Leaves)]
    public decimal Score()
    {
        decimal sum = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < programs.Length; i++) sum += programs[i].Run(row[i]).Points ?? 0;
        }

        return sum;
    }

    [Benchmark(Description = "check figures, lay out, score", OperationsPerInvoke = Explained * Province.Leaves)]
    public decimal ReadAndScore()
    {
        decimal sum = 0;
        for (var c = 0; c < Explained; c++)
        {
            for (var i = 0; i < programs.Length; i++) sum += programs[i].Run(programs[i].Read(province.Facts[c][i])).Points ?? 0;
        }

        return sum;
    }

    [Benchmark(Description = "score with explanation tree", OperationsPerInvoke = Explained * Province.Leaves)]
    public int Explain()
    {
        var steps = 0;
        for (var c = 0; c < Explained; c++)
        {
            for (var i = 0; i < programs.Length; i++)
                steps += programs[i].Rule.Explain(province.Facts[c][i], programs[i].Max).Explanation.Steps.Count;
        }

        return steps;
    }
}

/// <summary>The band rule the peers run too; time is that of one row.</summary>
[MemoryDiagnoser]
public class BandRule
{
    private const int Batch = 10_000;
    private RuleProgram program = null!;
    private FactSet[] facts = [];
    private ReadRow[] rows = [];

    [GlobalSetup]
    public void Prepare()
    {
        var rule = new Bands
        {
            Facts = [new FactDefinition { Name = "a", Label = "Tổng số" }, new FactDefinition { Name = "b", Label = "Đã hoàn thành", AtMost = "a" }],
            Measure = new Measure(MeasureKind.Ratio, ["b", "a"]),
            Items = [new Band { From = 90, Points = 2 }, new Band { From = 70, To = 90, ToOpen = true, Points = 1 }, new Band { To = 70, ToOpen = true, Points = 0 }],
        };
        program = RuleProgram.Of(rule, 2);
        var random = new Random(1);
        facts = [.. Enumerable.Range(0, Batch).Select(_ => random.Next(1, 501)).Select(a => new FactSet(new Dictionary<string, FactValue> { ["a"] = FactValue.Of((decimal)a), ["b"] = FactValue.Of((decimal)random.Next(a + 1)) }))];
        rows = [.. facts.Select(program.Read)];
    }

    [Benchmark(Description = "score", OperationsPerInvoke = Batch)]
    public decimal Score()
    {
        decimal sum = 0;
        foreach (var row in rows) sum += program.Run(row).Points ?? 0;
        return sum;
    }

    [Benchmark(Description = "check figures, lay out, score", OperationsPerInvoke = Batch)]
    public decimal ReadAndScore()
    {
        decimal sum = 0;
        foreach (var set in facts) sum += program.Run(program.Read(set)).Points ?? 0;
        return sum;
    }

    [Benchmark(Description = "score by name, without a program", OperationsPerInvoke = Batch)]
    public decimal Evaluate()
    {
        decimal sum = 0;
        foreach (var set in facts) sum += program.Rule.Evaluate(set, 2).Points ?? 0;
        return sum;
    }
}

/// <summary>One figure of one sheet changes.</summary>
[MemoryDiagnoser]
public class OneSheet
{
    private LiveSheet sheet = null!;
    private decimal figure = 10;

    [GlobalSetup]
    public void Prepare()
    {
        var province = Province.Make(1);
        var facts = province.Scored.DistinctBy(l => l.Code).ToDictionary(l => l.Code, l => province.Facts[0][province.Scored.ToList().IndexOf(l)]);
        sheet = new LiveSheet(province.Framework, RuleGraph.Of(province.Framework), facts);
    }

    [Benchmark(Description = "one figure, its leaf and what hangs on it")]
    public int Change() => sheet.Change(CriterionCode.Parse("1.3.1"), "b", FactValue.Of(figure = 21 - figure)).Count;

    [Benchmark(Description = "the same, and the totals of the whole tree")]
    public SheetTotals ChangeAndTotals()
    {
        Change();
        return sheet.Totals;
    }
}

/// <summary>Expressions as rules use them.</summary>
[MemoryDiagnoser]
public class Feel
{
    private const string Text = "if b / a >= 0.9 then 2 else if b / a >= 0.7 then 1 else 0";
    private readonly FeelNames names = FeelNames.None.With("a").With("b");
    private FeelExpression expression = null!;
    private FeelScope scope = FeelScope.Empty;

    [GlobalSetup]
    public void Prepare()
    {
        expression = FeelExpression.Parse(Text, names).Value!;
        scope = FeelScope.Of(new Dictionary<string, object?> { ["a"] = (FeelNumber)112m, ["b"] = (FeelNumber)98m });
    }

    [Benchmark(Description = "parse")]
    public object? Parse() => FeelExpression.Parse(Text, names).Value;

    [Benchmark(Description = "evaluate, with its own budget")]
    public object? Evaluate() => expression.Evaluate(scope, new FeelRun());
}
