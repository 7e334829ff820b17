using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Documents.Packs;

namespace OpenPar.Documents.Tests.Packs;

/// <summary>Reading and writing <c>framework.yaml</c>.</summary>
public sealed class FrameworkFileTests
{
    private const string Sound = """
        id: test/1
        title: Bộ chỉ số
        decision: { number: 1/QĐ, issuer: Bộ }
        totalPoints: 1
        criteria:
          - { code: "1", title: Lĩnh vực, maxPoints: 1 }
          - code: "1.1"
            title: Tiêu chí
            maxPoints: 1
            method: selfAssessed
            rule:
              kind: choice
              source: dòng 1.1
              options:
                - { key: "yes", label: Có, points: 1 }
                - { key: "no", label: Không, points: 0 }
        """;

    private const string Signs = "[]{}:,-?&*!|>'\"%@`#\n\t ~";

    [Fact]
    public void A_sound_file_is_read_without_findings()
    {
        var reading = Read(Sound);
        Assert.Empty(reading.Findings);
        Assert.Equal("test/1", reading.Value!.Id.ToString());
        Assert.IsType<Choice>(reading.Value.Find(CriterionCode.Parse("1.1"))!.Rule);
    }

    [Theory]
    [InlineData("title: Bộ chỉ số\n", "titel: Bộ chỉ số\n", 2, "titel")]
    [InlineData("title: Bộ chỉ số\n", "", 1, "title")]
    [InlineData("id: test/1", "id: Bộ Nội vụ", 1, "mã bộ chỉ số")]
    [InlineData("totalPoints: 1", "totalPoints: một trăm", 4, "một số")]
    [InlineData("totalPoints: 1", "totalPoints: \"1\"", 4, "một số")]
    [InlineData("totalPoints: 1", "totalPoints: -1", 4, "từ 0")]
    [InlineData("totalPoints: 1", "totalPoints: 1e3", 4, "một số")]
    [InlineData("number: 1/QĐ, ", "", 3, "number")]
    [InlineData("code: \"1.1\"", "code: \"1\"", 7, "đã có ở dòng 6")]
    [InlineData("code: \"1.1\"", "code: \"2.1\"", 7, "cấp trên")]
    [InlineData("code: \"1.1\"", "code: một", 7, "mã tiêu chí")]
    [InlineData("method: selfAssessed", "method: khảo sát", 10, "một trong")]
    [InlineData("kind: choice", "kind: unheard", 12, "Quy tắc")]
    [InlineData("label: Có, points: 1", "label: Có, points: nhiều", 15, "Quy tắc")]
    [InlineData("label: Có, points: 1", "label: Có", 15, "Quy tắc")]
    [InlineData("label: Có, points: 1", "label: Có, points: 1, extra: 2", 15, "Quy tắc")]
    [InlineData("- { key: \"no\", label: Không, points: 0 }", "- null", 16, "mục trống")]
    [InlineData("title: Tiêu chí", "title: Tiêu chí\n    title: Hai lần", 9, "hai lần")]
    [InlineData("title: Tiêu chí", "title: &x Tiêu chí", 8, "YAML")]
    [InlineData("title: Tiêu chí", "title: *x", 8, "YAML")]
    [InlineData("title: Tiêu chí", "title: !!int Tiêu chí", 8, "YAML")]
    [InlineData("title: Tiêu chí", "title: [", 8, "YAML")]
    [InlineData("title: Tiêu chí", "title: [a]", 8, "đoạn chữ")]
    public void A_fault_is_a_finding_with_its_line(string sound, string faulty, int line, string words)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        var reading = Read(Sound.Replace(sound, faulty, StringComparison.Ordinal));
        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, f => f.Message.Vi.Contains(words, StringComparison.Ordinal));
        var found = reading.Findings.First(f => f.Message.Vi.Contains(words, StringComparison.Ordinal));
        var at = int.Parse(found.Where.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        // A syntax error is noticed where the parser gives up, which may be lines after its cause.
        if (faulty.EndsWith('[')) Assert.True(at >= line);
        else Assert.Equal(line, at);
    }

    [Fact]
    public void All_faults_of_a_file_are_reported_at_once()
    {
        var reading = Read(Sound.Replace("id: test/1", "id: X Y", StringComparison.Ordinal).Replace("totalPoints: 1", "totalPoints: x", StringComparison.Ordinal).Replace("method: selfAssessed", "method: x", StringComparison.Ordinal));
        Assert.Equal(3, reading.Findings.Count);
    }

    public static TheoryData<byte[]> NotYaml() =>
    [
        Array.Empty<byte>(),
        "\n\n# chỉ có ghi chú\n"u8.ToArray(),
        new byte[] { 0xff, 0xd8, 0xff, 0xe0, 0, 16 },
        Encoding.Unicode.GetBytes(Sound),
        Encoding.Latin1.GetBytes("id: caf\u00e9"),
        "- a\n- b\n"u8.ToArray(),
        "chỉ một dòng chữ"u8.ToArray(),
        Encoding.UTF8.GetBytes("a: " + new string('[', 100_000)),
        Encoding.UTF8.GetBytes(Sound + "\n---\nid: hai\n"),
        new byte[6 * 1024 * 1024],
    ];

    [Theory]
    [MemberData(nameof(NotYaml), DisableDiscoveryEnumeration = true)]
    public void What_is_no_framework_file_gives_findings_and_no_exception(byte[] bytes)
    {
        var reading = FrameworkFile.Read(new MemoryStream(bytes), "x.yaml");
        Assert.Null(reading.Value);
        Assert.NotEmpty(reading.Findings);
        Assert.All(reading.Findings, f => Assert.False(string.IsNullOrWhiteSpace(f.Remedy.Vi)));
    }

    [Fact]
    public void No_damage_to_a_file_makes_the_reader_throw() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var text = new StringBuilder(Sound);
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                var at = random.Next(text.Length);
                if (random.Next(3) == 0) text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at));
                else text.Insert(at, Signs[random.Next(Signs.Length)]);
            }

            var reading = Read(text.ToString());
            return reading.Value is null == reading.Findings.Any(f => f.Severity == Core.Findings.Severity.Error);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(1_000_000));

    [Fact]
    public void A_byte_order_mark_is_no_fault() => Assert.Empty(Read("\uFEFF" + Sound).Findings);

    [Fact]
    public void What_is_written_reads_back_equal_and_writes_the_same_bytes() =>
        Prop.ForAll<int>(seed =>
        {
            var framework = AnyFramework(new Random(seed));
            var bytes = FrameworkFile.Write(framework);
            var reading = FrameworkFile.Read(new MemoryStream(bytes), "x.yaml");
            if (reading.Value is null) throw new InvalidDataException(string.Join('\n', reading.Findings.Select(f => f.Where + f.Message.Vi)) + Encoding.UTF8.GetString(bytes));
            return Shape(framework).SequenceEqual(Shape(reading.Value)) && FrameworkFile.Write(reading.Value).AsSpan().SequenceEqual(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(100_000));

    private static Core.Findings.FileReading<Framework> Read(string yaml) => FrameworkFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(yaml)), "x.yaml");

    private static IEnumerable<string?> Shape(Framework f) =>
    [
        f.Id.ToString(), f.Title, f.Decision.ToString(), f.TotalPoints?.ToString(), f.FirstYear?.ToString(), f.LastYear?.ToString(), f.GuidanceDocument, f.Rounding.ToString(),
        .. f.Criteria.SelectMany(c => new[]
        {
            c.Code.ToString(), c.Title, c.MaxPoints?.ToString(), c.Method.ToString(), c.NotApplicable.ToString(), c.RuleText, c.Guidance, c.Note, c.Requirement, c.Source,
            string.Join('|', c.Evidence), c.Rule is null ? null : RuleJson.Write(c.Rule),
        }),
    ];

    private static Framework AnyFramework(Random random) => new(
        FrameworkId.Parse($"set-{random.Next(9)}/v{random.Next(99)}"),
        Text(random),
        new Decision(Text(random), Text(random), Maybe(random, new DateOnly(2025, 10, 15)), Maybe(random, Text(random))),
        Enumerable.Range(1, random.Next(1, 4)).SelectMany(f => Enumerable.Range(0, random.Next(1, 4)).Select(i => new Criterion
        {
            Code = CriterionCode.Parse(i == 0 ? $"{f}" : $"{f}.{i}"),
            Title = Text(random),
            MaxPoints = Maybe(random, random.Next(1000) / 100m),
            Method = (ScoringMethod)random.Next(3),
            NotApplicable = (NotApplicablePolicy)random.Next(4),
            RuleText = Maybe(random, Text(random)),
            Guidance = Maybe(random, Text(random)),
            Note = Maybe(random, Text(random)),
            Requirement = Maybe(random, Text(random)),
            Evidence = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(random))],
            Source = Maybe(random, Text(random)),
            Rule = random.Next(2) == 0 ? null : AnyRule(random, 2),
        })))
    {
        TotalPoints = Maybe(random, 100m),
        FirstYear = Maybe(random, 2025),
        GuidanceDocument = Maybe(random, Text(random)),
        Rounding = new OutputRounding(random.Next(7), (RoundingMode)random.Next(2)),
    };

    private static Rule AnyRule(Random random, int depth) => random.Next(depth > 0 ? 6 : 5) switch
    {
        0 => new Choice { Options = [new(Text(random), Text(random), random.Next(9) / 4m)], Label = Maybe(random, Text(random)), Source = Maybe(random, Text(random)) },
        1 => new Bands
        {
            Facts = [Figure(random)],
            Measure = new Measure((MeasureKind)random.Next(4), [Text(random)]),
            WhenZero = (ZeroDenominator)random.Next(3),
            Items = [new Band { From = Maybe(random, -1.5m), FromOpen = random.Next(2) == 0, To = Maybe(random, 2m), ToOpen = random.Next(2) == 0, Points = random.Next(3), Label = Maybe(random, Text(random)) }],
        },
        2 => new Linear
        {
            Facts = [Figure(random), Figure(random)],
            Terms = [new(Text(random), Maybe(random, 0.5m), random.Next(3) / 2m)],
            Denominator = Maybe(random, Text(random)),
            ZeroBelow = random.Next(2) == 0 ? null : new RateThreshold([Text(random)], 0.8m),
            FullFrom = random.Next(2) == 0 ? null : new RateThreshold([], 0.9m),
            WhenZero = (ZeroDenominator)random.Next(3),
        },
        3 => new IndexResult { Index = Text(random), Result = Figure(random) },
        4 => new Manual { Because = Text(random), Source = Maybe(random, Text(random)) },
        _ => new SumOfParts { Parts = [new(Text(random), random.Next(1, 9) / 4m, AnyRule(random, depth - 1))] },
    };

    private static FactDefinition Figure(Random random) =>
        new() { Name = Text(random), Label = Text(random), Type = (FactType)random.Next(5), Unit = Maybe(random, Text(random)), AtMost = Maybe(random, Text(random)) };

    /// <summary>Text of pieces that are awkward in YAML: signs, numbers, words that mean something, several lines.</summary>
    private static string Text(Random random)
    {
        string[] pieces = ["Tỷ lệ", "a", "1.1", "0.5", "yes", "null", "true", "~", ": ", " #", "#", "- ", "'", "\"", "{", "}", "[", "]", ",", "\n", "\n\n", " ", "  ", "\t", "%", "&", "*", "!", "|", ">", "@", "`", "“ngoặc”", "→", "\\", "2025-10-15", "?", ":", "-", "…", "đ", "=", "<"];
        var text = string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => pieces[random.Next(pieces.Length)]));
        return string.IsNullOrWhiteSpace(text) ? "x" + text : text;
    }

    private static T? Maybe<T>(Random random, T value)
        where T : struct => random.Next(2) == 0 ? null : value;

    private static string? Maybe(Random random, string value) => random.Next(2) == 0 ? null : value;
}
