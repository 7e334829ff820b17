using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Documents.Packs;
using OpenPar.Documents.Reading.Offline;
using OpenPar.Documents.Writing;

namespace OpenPar.Documents.Tests.Offline;

/// <summary>Sheets to take out: the official set of Decision 1187, and random ones with figures of every type and nasty texts.</summary>
internal static class OfflineSamples
{
    private static readonly string[] Words =
    [
        "", "Đã ban hành kế hoạch số 12/KH-UBND ngày 05/01/2025.", "=1+1", "=cmd|' /C calc'!A0", "- gạch đầu dòng\n- dòng hai", "  đầu và cuối  ", "\ttab\tgiữa", "_x0041_ và _x000D_", "a\u0301 ơ\u0323 tổ hợp", "\uD83D\uDE00 mặt cười",
        "'nháy", "\"kép\"", "<b>&amp;</b>", "@SUM(A1)", "＝1", "1.234", "01/02/2025", "TRUE", "#1.1/f.a", "#closed", "\r\nxuống\r\rdòng\r\n", "\u0001\uFFFE\uD800", "\u2028phân dòng\u00A0", new string('x', 19_000), "Nhập ở đây", "openpar-offline-sheet",
    ];

    public static Framework Official1187 { get; } = ReadOfficial();

    public static OfflineSheet Official(int seed, bool filled = true) => new()
    {
        Id = "0b6a8a6e-6f0e-4c1e-9c7e-0d5a3a4b1187",
        Round = "Tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm 2025",
        Year = 2025,
        Unit = "Tỉnh Đắk Lắk",
        Framework = Official1187.Id,
        Decision = "Quyết định số 1187/QĐ-BNV ngày 15/10/2025 của Bộ Nội vụ",
        TakenAt = new DateTimeOffset(2026, 1, 5, 7, 30, 0, TimeSpan.Zero),
        Demonstration = true,
        Rows = [.. Official1187.Criteria.OrderBy(c => c.Code).Select((c, i) => Row(Official1187, c, filled ? new Random(seed + i) : null))],
    };

    public static OfflineSheet Any(int seed, int leaves = 12)
    {
        var random = new Random(seed);
        var rows = new List<OfflineRow> { new(CriterionCode.Parse("1"), Word(random) + "Lĩnh vực", null), new(CriterionCode.Parse("1.1"), "Tiêu chí", 10) };
        for (var i = 1; i <= leaves; i++)
        {
            rows.Add(new OfflineRow(CriterionCode.Parse($"1.1.{i}"), Word(random) + "Tiêu chí thành phần", random.Next(4) == 0 ? null : random.Next(1, 10) / 4m, new OfflineLeaf
            {
                RowId = $"row-{i}",
                Version = (uint)random.Next(),
                Writable = random.Next(6) > 0,
                Requirement = Word(random),
                Figures = [.. Enumerable.Range(0, random.Next(0, 5)).Select(n => Figure($"f{n}", random))],
                AsksPoints = random.Next(3) == 0,
                Points = random.Next(2) == 0 ? "" : "0,25",
                Explanation = Word(random),
                SelfPoints = random.Next(2) == 0 ? null : 0.125m,
                LastYearPoints = random.Next(2) == 0 ? null : 1,
            }));
        }

        return Official(seed) with { Id = $"sheet-{seed}", Round = Word(random) + "Đợt", Unit = Word(random) + "Đơn vị", Rows = rows };
    }

    public static byte[] Write(OfflineSheet sheet)
    {
        using var stream = new MemoryStream();
        OfflineSheetXlsx.Write(sheet, stream);
        return stream.ToArray();
    }

    public static Task<OpenPar.Core.Findings.FileReading<OfflineAnswer>> ReadAsync(byte[] bytes, string name = "phieu.xlsx") =>
        OfflineSheetReader.ReadAsync(new MemoryStream(bytes), name, TestContext.Current.CancellationToken);

    /// <summary>The sheet with another text in one of its inputs.</summary>
    public static OfflineSheet With(this OfflineSheet sheet, OfflineKey key, string text) => sheet with
    {
        Rows = [.. sheet.Rows.Select(row => row.Code != key.Row ? row : row with
        {
            Leaf = key.Kind switch
            {
                OfflineFieldKind.Explanation => row.Leaf! with { Explanation = text, Version = row.Leaf.Version + 1 },
                OfflineFieldKind.Points => row.Leaf! with { Points = text, Version = row.Leaf.Version + 1 },
                _ => row.Leaf! with { Version = row.Leaf.Version + 1, Figures = [.. row.Leaf.Figures.Select(f => f.Fact.Name == key.Fact ? f with { Text = text } : f)] },
            },
        })],
    };

    private static OfflineRow Row(Framework set, Criterion criterion, Random? random)
    {
        if (!set.IsLeaf(criterion.Code)) return new(criterion.Code, criterion.Title, criterion.MaxPoints);
        var figures = criterion.Rule is { } rule ? OfflineFigure.Of(rule, new Dictionary<string, string>()) : [];
        return new OfflineRow(criterion.Code, criterion.Title, criterion.MaxPoints, new OfflineLeaf
        {
            RowId = $"0b6a8a6e-0000-4c1e-9c7e-{criterion.Code.GetHashCode() & 0x7fffffff:d12}",
            Version = 7,
            Writable = true,
            Requirement = criterion.RuleText,
            Figures = [.. figures.Select(f => f with
            {
                Text = random is null ? "" : TextOf(f.Fact, f.Options, random),
                Brought = f.Fact.Provenance == FactProvenance.Survey ? "Kết quả điều tra xã hội học" : null,
            })],
            AsksPoints = figures.Count == 0,
            Explanation = random?.Next(3) == 0 ? "Đơn vị đã hoàn thành theo kế hoạch; tài liệu kiểm chứng đính kèm trên hệ thống." : "",
            SelfPoints = random is null ? null : criterion.MaxPoints / 2,
            LastYearPoints = random?.Next(2) == 0 ? criterion.MaxPoints : null,
        });
    }

    private static OfflineFigure Figure(string name, Random random)
    {
        var type = (FactType)random.Next(8);
        var fact = new FactDefinition
        {
            Name = name,
            Label = Word(random) + "Số liệu",
            Type = type,
            Unit = random.Next(2) == 0 ? null : "hồ sơ",
            AtMost = name == "f1" ? "f0" : null,
            Columns = type == FactType.List ? [new FactColumn("c", "Số lượng")] : null,
        };
        ChoiceOption[] options = type == FactType.Choice
            ? [new("k1", "Thực hiện đầy đủ, kịp thời", 1), new("k2", "Không thực hiện", 0), new("k3", "không thực hiện", 0), new("k4", "=Có dấu, phẩy; và \"nháy\"", 0)] : [];
        var asks = random.Next(8) == 0;
        return new OfflineFigure
        {
            Fact = fact,
            Options = options,
            Text = random.Next(5) == 0 ? Word(random) : TextOf(fact, options, random),
            Brought = random.Next(8) == 0 ? "Lấy từ dòng khác" : null,
            AsksSource = asks,
            Source = asks ? "Báo cáo số 5/BC-SNV" : "",
        };
    }

    public static string TextOf(FactDefinition fact, IReadOnlyList<ChoiceOption> options, Random random)
    {
        if (random.Next(5) == 0) return "";
        return FactText.Write(fact, fact.Type switch
        {
            FactType.Count => FactValue.Of(random.Next(0, 100_000)),
            FactType.Money => FactValue.Of(random.Next(0, 2_000_000_000) / (random.Next(2) == 0 ? 1m : 1000m)),
            FactType.Percent => FactValue.Of(random.Next(0, 10_000) / 100m),
            FactType.Number => FactValue.Of((random.Next(-1_000_000, 1_000_000) / 7m) + random.Next(3)),
            FactType.Choice => FactValue.Of(options[random.Next(options.Count)].Key),
            FactType.Date => FactValue.Of(new DateOnly(2025, 1, 1).AddDays(random.Next(365))),
            FactType.YesNo => FactValue.Of(random.Next(2) == 0),
            _ => FactValue.Of(new ItemList([new FactItem("Sở A; phòng 1", new Dictionary<string, decimal> { ["c"] = 1234 }), new FactItem("Sở B", new Dictionary<string, decimal> { ["c"] = 2.5m })])),
        });
    }

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static Framework ReadOfficial()
    {
        using var stream = File.OpenRead(PackFolder.FileIn(Path.Combine(PackFolder.Root()!, "vn/par-index-province-1187"), FrameworkFile.Name));
        return FrameworkFile.Read(stream, "1187").Value!;
    }
}
