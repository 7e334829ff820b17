using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Rules;

/// <summary>Random sound rules of every kind, small enough to be read when one fails.</summary>
internal sealed class AnyRule
{
    private readonly Random random;
    private int named;

    private AnyRule(Random random) => this.random = random;

    /// <summary>The kinds by the name they carry in packs; composed kinds contain others.</summary>
    public static string[] Kinds { get; } =
    [
        "choice", "bands", "linear", "increments", "count", "sum", "deduct", "noneElse", "items", "deadline", "coverage", "best", "relative", "survey", "index", "feed", "formula", "decisionTable", "manual",
    ];

    public static Rule Of(int seed, decimal max, string? kind = null) => new AnyRule(new Random(seed)).Any(max, 2, kind) with { Source = "Quyết định thử" };

    private Rule Any(decimal max, int depth, string? kind = null) => (kind ?? Kinds[random.Next(Kinds.Length - 1)]) switch
    {
        "choice" => new Choice { Fact = Name(), Options = [.. Ladder(max).Select((p, i) => new ChoiceOption($"k{i}", $"Mức {i}", p))] },
        "bands" => AnyBands(max),
        "linear" => AnyLinear(max),
        "increments" => AnyIncrements(max),
        "count" => AnyCount(max),
        "noneElse" => new NoneElse { Cases = [.. Many(2).Select(_ => new NoneCase(Fact(Pick(FactType.Count, FactType.YesNo)), Quarter(max), null, "lãnh đạo cấp sở"))] },
        "items" => AnyItems(max),
        "deadline" => AnyDeadline(max),
        "coverage" => AnyCoverage(),
        "relative" => AnyRelative(max),
        "survey" => AnySurvey(),
        "index" => new IndexResult { Index = "SIPAS", Result = Fact(FactType.Percent) },
        "formula" => AnyFormula(),
        "decisionTable" => AnyTable(),
        "manual" => new Manual { Because = "hội đồng quyết định" },
        _ when depth == 0 => AnyLinear(max),
        "sum" => new SumOfParts { AllOrNothing = random.Next(3) == 0, Parts = [.. Many(3).Select((_, i) => new SumPart($"Nội dung {i}", max / 2, Any(max / 2, depth - 1)))] },
        "deduct" => AnyDeduct(max, depth),
        "best" => new BestOf { Alternatives = [.. Many(3).Select((_, i) => new Alternative($"Trường hợp {i}", Any(max, depth - 1)))] },
        _ => new Feed { System = "Cổng Dịch vụ công quốc gia", ExtractedOn = Fact(FactType.Date), NotAfter = new DateOnly(2026, 1, 15), Rule = Any(max, depth - 1) },
    };

    private Bands AnyBands(decimal max)
    {
        var kind = Pick(Enum.GetValues<MeasureKind>());
        var second = Fact(FactType.Count);
        var first = Fact(FactType.Count) with { AtMost = kind == MeasureKind.Ratio ? second.Name : null };
        return new Bands
        {
            Facts = kind == MeasureKind.Value ? [first] : [first, second],
            Measure = new Measure(kind, kind == MeasureKind.Value ? [first.Name] : [first.Name, second.Name]),
            Items = Steps(max, 0, 60),
            WhenZero = Pick(Enum.GetValues<ZeroDenominator>()),
        };
    }

    private Linear AnyLinear(decimal max)
    {
        var whole = Fact(FactType.Count);
        var terms = Many(2).Select((_, i) => (Fact: Fact(FactType.Count) with { AtMost = whole.Name }, Share: i == 0 ? 1m : 0.5m)).ToList();
        return new Linear
        {
            Facts = [whole, .. terms.Select(t => t.Fact)],
            Terms = [.. terms.Select(t => new LinearTerm(t.Fact.Name, random.Next(2) == 0 ? null : max * t.Share, t.Share))],
            Denominator = whole.Name,
            Constant = random.Next(4) == 0 ? 0.25m : null,
            FullAt = random.Next(4) == 0 ? 0.8m : null,
            ZeroBelow = random.Next(2) == 0 ? new RateThreshold([], 0.3m) : null,
            FullFrom = random.Next(3) == 0 ? new RateThreshold([], 0.9m) : null,
            WhenZero = Pick(Enum.GetValues<ZeroDenominator>()),
        };
    }

    private Increments AnyIncrements(decimal max)
    {
        var whole = Fact(FactType.Count);
        var part = Fact(FactType.Count) with { AtMost = whole.Name };
        return new Increments
        {
            Facts = [whole, part],
            Measure = new Measure(MeasureKind.Ratio, [part.Name, whole.Name]),
            Start = random.Next(0, 80),
            Step = random.Next(1, 11),
            Points = max / 4,
            Each = 0.05m,
            Cap = random.Next(2) == 0 ? max : null,
            WhenZero = Pick(Enum.GetValues<ZeroDenominator>()),
        };
    }

    private Count AnyCount(decimal max)
    {
        var facts = Many(2).Select(_ => Fact(FactType.Count)).ToList();
        return new Count { Facts = facts, Items = [.. facts.Select(f => new CountItem(f.Name, 0.25m, random.Next(2) == 0 ? max / 2 : null))], Cap = random.Next(2) == 0 ? max : null };
    }

    private Deduct AnyDeduct(decimal max, int depth) => new()
    {
        On = random.Next(2) == 0 ? Any(max, depth - 1) : null,
        Items = [.. Many(2).Select(i => random.Next(2) == 0
            ? new DeductItem(Fact(FactType.Count), 0.25m, null, random.Next(2) == 0 ? 0.5m : null)
            : new DeductItem(Fact(FactType.YesNo), null, 10 * random.Next(1, 11), null, "Hướng dẫn thử"))],
        Cap = random.Next(2) == 0 ? max / 2 : null,
        Floor = random.Next(3) == 0 ? -0.25m : null,
    };

    private ItemRatio AnyItems(decimal max) => new()
    {
        List = Fact(FactType.List) with { Columns = [new FactColumn("dung", "Số đang sử dụng"), new FactColumn("giao", "Số được giao")] },
        Conditions = [new ItemCondition("dung", Pick(Comparison.AtMost, Comparison.LessThan), "giao"), .. random.Next(2) == 0 ? [new ItemCondition("dung", Comparison.AtMost, null, 3)] : Array.Empty<ItemCondition>()],
        Scale = Scale(max),
        WhenZero = Pick(Enum.GetValues<ZeroDenominator>()),
    };

    private Deadline AnyDeadline(decimal max) => new()
    {
        Done = Fact(FactType.Date),
        Due = Fact(FactType.Date),
        Offset = random.Next(-5, 6),
        WorkingDays = random.Next(2) == 0,
        Excused = random.Next(2) == 0 ? Fact(FactType.Count) : null,
        Whether = random.Next(2) == 0 ? Fact(FactType.YesNo) : null,
        Bands = [new Band { To = 0, Points = max }, new Band { From = 0, FromOpen = true, To = 3, Points = max / 2 }, new Band { From = 3, FromOpen = true, Points = 0 }],
    };

    private Coverage AnyCoverage() => new()
    {
        List = Fact(FactType.List),
        Reference = new ReferenceList("Danh mục thử", [new ReferenceVersion(new DateOnly(2025, 1, 1), [.. Enumerable.Range(0, random.Next(1, 12)).Select(i => $"m{i}")])]),
    };

    private Relative AnyRelative(decimal max)
    {
        var method = Pick(Enum.GetValues<RelativeMethod>());
        return new Relative
        {
            Fact = Fact(FactType.Count),
            Method = method,
            LowerIsBetter = random.Next(2) == 0,
            Low = random.Next(2) == 0 ? 0.25m : null,
            Bands = method == RelativeMethod.Rank ? Steps(max, 1, 20) : null,
            WhenZero = Pick(Enum.GetValues<ZeroDenominator>()),
        };
    }

    private SurveyResult AnySurvey() => random.Next(3) == 0
        ? new SurveyResult { Survey = "Điều tra thử", Result = Fact(FactType.Percent) with { Provenance = FactProvenance.Survey } }
        : new SurveyResult
        {
            Survey = "Điều tra thử",
            Reversed = random.Next(3) == 0,
            Groups = [.. Many(2).Select((_, i) => new SurveyGroup($"Nhóm {i}", [.. new decimal?[] { 100, 60, 20, 0, null }.Select(p => new SurveyOption(Fact(FactType.Count), p))], i + 1, random.Next(2) == 0 ? 10 : null))],
        };

    private Formula AnyFormula()
    {
        var (whole, part) = (Fact(FactType.Count), Fact(FactType.Count));
        return new Formula
        {
            Facts = [whole, part with { AtMost = whole.Name }],
            Branches = random.Next(2) == 0 ? null : [new FormulaBranch($"{part.Name} / {whole.Name} < 0.{random.Next(1, 9)}", "0")],
            Points = $"{part.Name} / {whole.Name} * điểm tối đa",
        };
    }

    private DecisionTable AnyTable()
    {
        var number = Fact(FactType.Count);
        var cut = random.Next(1, 50);
        return new DecisionTable
        {
            Facts = [number],
            Table = new PointTable([number.Name], [new TableRow([$">= {cut}"], "0.5"), new TableRow(["-"], "0.25")], random.Next(2) == 0 ? "F" : "C+"),
        };
    }

    private RateScale? Scale(decimal max) => random.Next(3) switch
    {
        0 => null,
        1 => new RateScale(Steps(max, 0, 60)),
        _ => new RateScale(null, 0.3m, 0.9m),
    };

    // Bands from the best down to the worst, without gap, ends closed below and open above.
    private List<Band> Steps(decimal max, int from, int to)
    {
        var cuts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => (decimal)random.Next(from, to)).Distinct().OrderDescending().ToList();
        var points = Enumerable.Range(0, cuts.Count + 1).Select(_ => Quarter(max)).OrderDescending().ToList();
        if (random.Next(2) == 0) points.Reverse();
        return [.. cuts.Select((cut, i) => new Band { From = cut, To = i == 0 ? null : cuts[i - 1], ToOpen = i > 0, Points = points[i] }), new Band { To = cuts[^1], ToOpen = true, Points = points[^1] }];
    }

    private IEnumerable<decimal> Ladder(decimal max) => Many(3).Select(_ => Quarter(max)).Append(max).Distinct().OrderDescending();

    private decimal Quarter(decimal max) => max * random.Next(5) / 4;

    private IEnumerable<int> Many(int most) => Enumerable.Range(0, random.Next(1, most + 1));

    private FactDefinition Fact(FactType type)
    {
        var name = Name();
        return new FactDefinition { Name = name, Label = $"Số liệu {name}", Type = type, Unit = type == FactType.Count ? "việc" : null };
    }

    private string Name() => $"f{named++}";

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];
}
