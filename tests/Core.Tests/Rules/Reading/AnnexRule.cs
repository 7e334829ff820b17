using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Rules.Reading;

/// <summary>Random rules as annexes word them: every kind whose text alone tells what it computes.</summary>
internal sealed class AnnexRule(Random random, decimal max)
{
    private static readonly string[] Things =
        ["hồ sơ đã giải quyết", "nhiệm vụ được giao", "văn bản phải xử lý", "kiến nghị của doanh nghiệp", "công chức đã đào tạo", "báo cáo gửi đúng hạn", "đơn vị thuộc tỉnh"];

    private static readonly string[] Qualities =
        ["Đầy đủ, kịp thời", "Đúng quy định", "Thực hiện tốt", "Đầy đủ nhưng chưa kịp thời", "Có ban hành kế hoạch", "Đã công khai trên Cổng thông tin điện tử", "Chưa đầy đủ", "Không thực hiện"];

    private int named;

    /// <summary>The kinds, by the name they carry in packs.</summary>
    public static string[] Kinds { get; } = ["choice", "bands", "linear", "increments", "count", "sum", "deduct", "noneElse", "best", "index", "manual", "relative", "survey", "deadline", "feed"];

    public Rule Of(string kind) => kind switch
    {
        "choice" => AnyChoice(),
        "bands" => AnyBands(),
        "linear" => AnyLinear(),
        "increments" => AnyIncrements(),
        "count" => new Count { Facts = [Fact("a") with { Unit = "quy chế" }], Items = [new CountItem("a", Step(), Maybe(max / 2))], Cap = Maybe(max) },
        "sum" => new SumOfParts { AllOrNothing = random.Next(3) == 0, Parts = [.. Enumerable.Range(1, random.Next(2, 4)).Select(Part)] },
        "deduct" => AnyDeduct(),
        "noneElse" => new NoneElse { None = max, Cases = [new NoneCase(Fact("a") with { Label = "Sai phạm nhẹ" }, max / 2), new NoneCase(Fact("b") with { Label = "Sai phạm nghiêm trọng" })] },
        "best" => new BestOf { Alternatives = [new Alternative("Đơn vị có thu", new AnnexRule(random, max).AnyLinear("1")), new Alternative("Đơn vị không có thu", new AnnexRule(random, max).AnyLinear("2"))] },
        "relative" => AnyRelative(),
        "survey" => new SurveyResult { Survey = "phiếu hỏi lãnh đạo", Result = Fact("a") with { Label = "Tỷ lệ hài lòng", Type = FactType.Percent, Provenance = FactProvenance.Survey } },
        "deadline" => AnyDeadline(),
        "feed" => new Feed { System = "Cổng Dịch vụ công quốc gia", ExtractedOn = Fact("ngay") with { Type = FactType.Date }, Rule = random.Next(2) == 0 ? AnyLinear() : AnyBands() },
        "index" => new IndexResult { Index = random.Next(2) == 0 ? "SIPAS" : "PAPI", Result = Fact("a") with { Label = "Kết quả chỉ số năm đánh giá", Type = FactType.Percent, Unit = null } },
        _ => new Manual { Because = "Hội đồng thẩm định quyết định", From = Maybe(max / 4), To = Maybe(max / 2) },
    };

    private Choice AnyChoice()
    {
        var points = Ladder();
        return new Choice { Options = [.. points.Select((p, i) => new ChoiceOption($"k{i}", Qualities[(i * 3 + named) % Qualities.Length] + (i > 2 ? " một phần" : ""), p))] };
    }

    private Bands AnyBands(string suffix = "")
    {
        var kind = new[] { MeasureKind.Value, MeasureKind.Ratio, MeasureKind.Change, MeasureKind.Growth, MeasureKind.Decline }[random.Next(5)];
        var (a, b) = ("a" + suffix, "b" + suffix);
        return new Bands
        {
            Facts = kind == MeasureKind.Value ? [Fact(a)] : [Fact(a), Fact(b) with { AtMost = kind == MeasureKind.Ratio ? a : null }],
            Measure = new Measure(kind, kind == MeasureKind.Value ? [a] : [b, a]),
            Items = Steps(kind is MeasureKind.Value or MeasureKind.Ratio ? 1 : -40, 90),
            WhenZero = kind is MeasureKind.Value ? ZeroDenominator.Unstated : AnyZero(),
        };
    }

    private Linear AnyLinear(string suffix = "")
    {
        var (a, b, c) = ("a" + suffix, "b" + suffix, "c" + suffix);
        var two = random.Next(2) == 0;
        var terms = two ? new LinearTerm[] { new(b, max), new(c, max / 2) } : [random.Next(2) == 0 ? new(b, max) : new(b, null, 1)];
        return new Linear
        {
            Facts = two ? [Fact(a), Fact(b) with { AtMost = a }, Fact(c) with { AtMost = a }] : [Fact(a), Fact(b) with { AtMost = a }],
            Terms = terms,
            Denominator = a,
            Constant = random.Next(4) == 0 ? 0.25m : null,
            FullAt = random.Next(4) == 0 ? 0.8m : null,
            ZeroBelow = random.Next(2) == 0 ? new RateThreshold(two && random.Next(2) == 0 ? [b] : [.. terms.Select(t => t.Fact)], random.Next(1, 60) / 100m) : null,
            FullFrom = random.Next(3) == 0 ? new RateThreshold([.. terms.Select(t => t.Fact)], random.Next(60, 100) / 100m) : null,
            WhenZero = AnyZero(),
        };
    }

    private Increments AnyIncrements() => new()
    {
        Facts = [Fact("a"), Fact("b") with { AtMost = "a" }],
        Measure = new Measure(MeasureKind.Ratio, ["b", "a"]),
        Start = random.Next(1, 80),
        Step = random.Next(2, 11),
        Points = max / 4,
        Below = random.Next(3) == 0 ? max / 8 : null,
        Each = Step(),
        Cap = Maybe(max),
        WhenZero = AnyZero(),
    };

    private SumPart Part(int index)
    {
        var inner = new AnnexRule(random, max / 2) { named = index };
        Rule rule = random.Next(3) switch
        {
            0 => inner.AnyBands($"{index}"),
            1 => inner.AnyLinear($"{index}"),
            _ => inner.AnyChoice() with { Fact = $"choice{index}" },
        };
        return new SumPart($"Nội dung thứ {"nhất hai ba".Split(' ')[index - 1]}", max / 2, rule);
    }

    private Deduct AnyDeduct() => new()
    {
        On = random.Next(3) switch { 0 => AnyLinear(), 1 => AnyBands(), _ => null },
        Items = random.Next(2) == 0
            ? [new DeductItem(Fact("v1") with { Label = "Hồ sơ trễ hạn" }, Step(), null, Maybe(max / 2))]
            : [new DeductItem(Fact("v1") with { Label = "Hồ sơ trễ hạn" }, Step()), new DeductItem(Fact("v2") with { Label = "Báo cáo không đạt yêu cầu", Type = FactType.YesNo }, null, 10 * random.Next(1, 11))],
        Cap = Maybe(max / 2),
        Floor = random.Next(3) == 0 ? -0.25m : null,
    };

    private Relative AnyRelative()
    {
        var method = (RelativeMethod)random.Next(3);
        return new Relative
        {
            Fact = Fact("a"),
            Method = method,
            LowerIsBetter = method != RelativeMethod.Rank && random.Next(2) == 0,
            Low = method == RelativeMethod.MinMax ? Maybe(max / 4) : null,
            High = method == RelativeMethod.MinMax ? Maybe(max / 2) : null,
            Bands = method == RelativeMethod.Rank ? [new Band { From = 1, To = 10, Points = max }, new Band { From = 11, To = 11, Points = max / 2 }, new Band { From = 12, Points = 0 }] : null,
        };
    }

    private Deadline AnyDeadline() => new()
    {
        Done = Fact("b") with { Label = "Báo cáo năm", Type = FactType.Date },
        Due = Fact("a") with { Label = "Ngày văn bản có hiệu lực", Type = FactType.Date },
        Offset = random.Next(3) switch { 0 => null, 1 => -random.Next(1, 30), _ => random.Next(1, 30) },
        WorkingDays = random.Next(2) == 0,
        Excused = random.Next(2) == 0 ? Fact("c") with { Label = "Số ngày do cơ quan khác gây ra" } : null,
        Whether = random.Next(2) == 0 ? Fact("d") with { Type = FactType.YesNo } : null,
        Bands = random.Next(2) == 0
            ? [new Band { To = 0, Points = max }, new Band { From = 0, FromOpen = true, To = 3, Points = max / 2 }, new Band { From = 3, FromOpen = true, Points = 0 }]
            : [new Band { To = 0, Points = max }, new Band { From = 0, FromOpen = true, To = 5, ToOpen = true, Points = max / 2 }, new Band { From = 5, To = 10, Points = max / 4 }, new Band { From = 10, FromOpen = true, Points = 0 }],
    };

    // Bands from the best down to the worst, without gap; the ends either way.
    private List<Band> Steps(int from, int to)
    {
        var open = random.Next(2) == 0;
        var cuts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => (decimal)random.Next(from, to)).Distinct().OrderDescending().ToList();
        var points = Ladder(cuts.Count + 1);
        return [.. cuts.Select((cut, i) => new Band { From = cut, FromOpen = open, To = i == 0 ? null : cuts[i - 1], ToOpen = i > 0 && !open, Points = points[i] }), new Band { To = cuts[^1], ToOpen = !open, Points = points[^1] }];
    }

    // From the maximum down to nothing.
    private List<decimal> Ladder(int? count = null)
    {
        var rungs = count ?? random.Next(2, 5);
        return [.. Enumerable.Range(0, rungs).Select(i => max * (rungs - 1 - i) / 4 * 4 / (rungs - 1 == 3 ? 4 : rungs - 1)).Select((p, i) => i == 0 ? max : p)];
    }

    private ZeroDenominator AnyZero() => (ZeroDenominator)random.Next(3);

    private decimal Step() => random.Next(1, 8) * 0.125m;

    private decimal? Maybe(decimal value) => random.Next(2) == 0 ? value : null;

    private FactDefinition Fact(string name)
    {
        var thing = Things[named++ % Things.Length];
        return new FactDefinition { Name = name, Label = $"Số {thing}" };
    }
}
