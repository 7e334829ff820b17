using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Rules.Reading;

/// <summary>Random rules as annexes word them: every kind whose text alone tells what it computes.</summary>
internal sealed class AnnexRule(Random random, decimal max)
{
    private static readonly string[] Things =
        ["hồ sơ", "nhiệm vụ", "văn bản", "kiến nghị", "công chức", "đơn vị"];

    private static readonly string[] Said = ["đã giải quyết", "được giao", "phải xử lý", "của doanh nghiệp", "đúng hạn", "thuộc tỉnh"];

    private static readonly string[] Qualities =
        ["Đầy đủ, kịp thời", "Đúng quy định", "Thực hiện tốt", "Đầy đủ nhưng chưa kịp thời", "Có ban hành kế hoạch", "Đã công khai trên Cổng thông tin điện tử", "Chưa đầy đủ", "Không thực hiện"];

    private readonly string thing = Things[random.Next(Things.Length)];
    private int named;

    /// <summary>The kinds, by the name they carry in packs.</summary>
    public static string[] Kinds { get; } = ["choice", "bands", "linear", "increments", "count", "sum", "deduct", "noneElse", "best", "index", "manual", "relative", "survey", "deadline", "feed", "items", "coverage", "groups"];

    public Rule Of(string kind) => kind switch
    {
        "choice" => AnyChoice(),
        "bands" => AnyBands(),
        "linear" => AnyLinear(),
        "increments" => AnyIncrements(),
        "count" => AnyCount(),
        "items" => AnyItems(),
        "coverage" => AnyCoverage(),
        "groups" => AnyGroups(),
        "sum" => new SumOfParts { AllOrNothing = random.Next(3) == 0, Parts = [.. Enumerable.Range(1, random.Next(2, 4)).Select(Part)] },
        "deduct" => AnyDeduct(),
        "noneElse" => new NoneElse { None = max, Cases = [new NoneCase(Fact("a") with { Label = "Sai phạm nhẹ", Unit = null }, max / 2), new NoneCase(Fact("b") with { Label = "Sai phạm nghiêm trọng", Unit = null })] },
        "best" => new BestOf { Alternatives = [new Alternative("Đơn vị có thu", new AnnexRule(random, max).AnyLinear("1")), new Alternative("Đơn vị không có thu", new AnnexRule(random, max).AnyLinear("2"))] },
        "relative" => AnyRelative(),
        "survey" => new SurveyResult { Survey = "phiếu hỏi lãnh đạo", Result = Fact("a") with { Label = "Tỷ lệ hài lòng", Unit = null, Type = FactType.Percent, Provenance = FactProvenance.Survey } },
        "deadline" => AnyDeadline(),
        "feed" => new Feed { System = "Cổng Dịch vụ công quốc gia", ExtractedOn = Fact("ngay") with { Label = "Ngày trích xuất số liệu", Unit = null, Type = FactType.Date }, NotBefore = random.Next(2) == 0 ? Day() : null, NotAfter = random.Next(2) == 0 ? Day() : null, Rule = random.Next(2) == 0 ? AnyLinear() : AnyBands() },
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
            ? [new DeductItem(Fact("v1") with { Label = "Hồ sơ trễ hạn", Unit = null }, Step(), null, Maybe(max / 2))]
            : [new DeductItem(Fact("v1") with { Label = "Hồ sơ trễ hạn", Unit = null }, Step()), new DeductItem(Fact("v2") with { Label = "Báo cáo không đạt yêu cầu", Unit = null, Type = FactType.YesNo }, null, 10 * random.Next(1, 11))],
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

    private Deadline AnyDeadline() => AnyDeadline(random.Next(3) == 0);

    private Deadline AnyDeadline(bool stated) => new()
    {
        Done = Fact("b") with { Label = "Báo cáo năm", Unit = null, Type = FactType.Date },
        Due = stated ? null : Fact("a") with { Label = "Ngày văn bản có hiệu lực", Unit = null, Type = FactType.Date },
        On = stated ? Day() : null,
        Offset = random.Next(3) switch { 0 => null, 1 => -random.Next(1, 30), _ => random.Next(1, 30) },
        WorkingDays = random.Next(2) == 0,
        Excused = random.Next(2) == 0 ? Fact("c") with { Label = "Số ngày do cơ quan khác gây ra", Unit = "ngày" } : null,
        Whether = random.Next(2) == 0 ? Fact("d") with { Label = "Có thực hiện", Unit = null, Type = FactType.YesNo } : null,
        Bands = random.Next(2) == 0
            ? [new Band { To = 0, Points = max }, new Band { From = 0, FromOpen = true, To = 3, Points = max / 2 }, new Band { From = 3, FromOpen = true, Points = 0 }]
            : [new Band { To = 0, Points = max }, new Band { From = 0, FromOpen = true, To = 5, ToOpen = true, Points = max / 2 }, new Band { From = 5, To = 10, Points = max / 4 }, new Band { From = 10, FromOpen = true, Points = 0 }],
    };

    private Count AnyCount()
    {
        var two = random.Next(2) == 0;
        var first = new FactDefinition { Name = "a", Label = "Số quy chế", Unit = "quy chế" };
        var second = new FactDefinition { Name = "b", Label = "Số sáng kiến cấp tỉnh", Unit = "sáng kiến cấp tỉnh" };
        return new Count
        {
            Facts = two ? [first, second] : [first],
            Items = two ? [new CountItem("a", Step(), Maybe(max / 2)), new CountItem("b", Step())] : [new CountItem("a", Step(), Maybe(max / 2))],
            Cap = Maybe(max),
        };
    }

    private ItemRatio AnyItems() => new()
    {
        List = new FactDefinition { Name = "a", Label = "Cơ quan chuyên môn", Type = FactType.List, Columns = [new FactColumn("c1", "Số đang sử dụng"), new FactColumn("c2", "Số được giao")] },
        Conditions = random.Next(2) == 0 ? [new ItemCondition("c1", AnyComparison(), "c2")] : [new ItemCondition("c1", AnyComparison(), "c2"), new ItemCondition("c2", AnyComparison(), null, random.Next(1, 2000) / 2m)],
        Scale = AnyScale(),
        WhenZero = AnyZero(),
    };

    private Coverage AnyCoverage() => new()
    {
        List = new FactDefinition { Name = "a", Label = "Dịch vụ công đã công bố", Type = FactType.List },
        Reference = new ReferenceList("dịch vụ công thiết yếu",
        [
            new ReferenceVersion(new DateOnly(2024, 1, 1), ["Cấp hộ chiếu", "Đăng ký khai sinh"], random.Next(2) == 0 ? "Quyết định 1291/QĐ-TTg" : null),
            .. random.Next(2) == 0 ? [new ReferenceVersion(new DateOnly(2025, 1, 1), ["Cấp hộ chiếu", "Đăng ký khai sinh", "Đăng ký kết hôn (trực tuyến)"])] : Array.Empty<ReferenceVersion>(),
        ]),
        AsOf = random.Next(2) == 0 ? Day() : null,
        Scale = AnyScale(),
    };

    private SurveyResult AnyGroups() => new()
    {
        Survey = "phiếu hỏi người dân",
        Reversed = random.Next(3) == 0,
        Groups = [.. Enumerable.Range(1, random.Next(1, 4)).Select(g => new SurveyGroup($"Nhóm {g}", [.. Answers().Select((a, i) => new SurveyOption(new FactDefinition { Name = $"p{g}{i}", Label = a.Label }, a.Percent))], random.Next(1, 4) / 2m, random.Next(2) == 0 ? random.Next(1, 500) : null))],
    };

    private static (string Label, decimal? Percent)[] Answers() => [("Rất hài lòng", 100), ("Hài lòng", 62.5m), ("Không hài lòng", 0), ("Không trả lời", null)];

    private RateScale? AnyScale() => random.Next(4) switch
    {
        0 => null,
        1 => new RateScale(Steps(1, 90)),
        2 => new RateScale(null, random.Next(1, 60) / 100m),
        _ => new RateScale(null, random.Next(2) == 0 ? 0.3m : null, random.Next(60, 100) / 100m),
    };

    private Comparison AnyComparison() => (Comparison)random.Next(5);

    private DateOnly Day() => new DateOnly(2025, 1, 1).AddDays(random.Next(700));

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
        // The figures of a rule count one thing, as divided figures must.
        return new FactDefinition { Name = name, Label = $"Số {thing} {Said[named++ % Said.Length]}", Unit = thing };
    }
}
