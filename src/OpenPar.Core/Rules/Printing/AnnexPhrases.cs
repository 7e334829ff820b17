using System.Globalization;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Printing;

/// <summary>The phrases annexes are written in. Numbers carry a decimal comma and no grouping, as the reader of annexes expects.</summary>
internal static class AnnexPhrases
{
    public static string N(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',');

    public static string Maximum(decimal? max) => max is { } known ? N(known) : "điểm tối đa";

    /// <summary>"Trong đó: a là tổng số hồ sơ; b là số hồ sơ đúng hạn."</summary>
    public static string Where(IEnumerable<FactDefinition> facts)
    {
        var told = facts.Select(f => $"{f.Name} là {Lower(f.Label)}{Unit(f)}").ToList();
        return told.Count == 0 ? "" : $" Trong đó: {string.Join("; ", told)}.";
    }

    /// <summary>"Trường hợp a = 0 thì đạt điểm tối đa."; empty where the text is silent.</summary>
    public static string Zero(ZeroDenominator rule, string denominator) => rule switch
    {
        ZeroDenominator.FullPoints => $"Trường hợp {denominator} = 0 thì đạt điểm tối đa.",
        ZeroDenominator.NoPoints => $"Trường hợp {denominator} = 0 thì điểm đánh giá là 0.",
        _ => "",
    };

    /// <summary>The number the bands are laid over.</summary>
    public static string Measured(Measure measure) => measure.Kind switch
    {
        MeasureKind.Value => $"Tính theo {measure.Facts[0]}.",
        MeasureKind.Ratio => $"Tính theo tỷ lệ {measure.Facts[0]}/{measure.Facts[1]}.",
        MeasureKind.Change => $"Tính theo mức chênh lệch {measure.Facts[0]} - {measure.Facts[1]}.",
        MeasureKind.Sum => $"Tính theo tổng {string.Join(" + ", measure.Facts)}.",
        MeasureKind.Decline => $"Tính theo mức giảm ({measure.Facts[1]} - {measure.Facts[0]})/{measure.Facts[1]}.",
        _ => $"Tính theo mức tăng ({measure.Facts[0]} - {measure.Facts[1]})/{measure.Facts[1]}.",
    };

    /// <summary>The bounds with the first letter as at the head of a line: "Từ 80% đến dưới 90%".</summary>
    public static string Bounds(Band band, string unit) => Upper((band.From, band.To) switch
    {
        ({ } from, { } to) when from == to => $"bằng {N(from)}{unit}",
        ({ } from, { } to) => $"{(band.FromOpen ? "trên" : "từ")} {N(from)}{unit} đến {(band.ToOpen ? "dưới " : "")}{N(to)}{unit}",
        ({ } from, null) => band.FromOpen ? $"trên {N(from)}{unit}" : $"từ {N(from)}{unit} trở lên",
        (null, { } to) => band.ToOpen ? $"dưới {N(to)}{unit}" : $"từ {N(to)}{unit} trở xuống",
        _ => "trường hợp khác",
    });

    public static IEnumerable<string> Ladder(IEnumerable<Band> bands, string unit) => bands.Select(b => $"{b.Label ?? Bounds(b, unit)}: {N(b.Points)}");

    public static string Lower(string text) => text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..] : text;

    public static string Upper(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    private static string Unit(FactDefinition fact) => fact.Unit is null ? "" : $" ({fact.Unit})";
}
