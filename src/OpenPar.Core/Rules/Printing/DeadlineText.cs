using OpenPar.Core.Rules.Kinds;
using static OpenPar.Core.Rules.Printing.AnnexPhrases;

namespace OpenPar.Core.Rules.Printing;

/// <summary>Deadlines: "Thời hạn: trước 5 ngày làm việc so với …; Đúng hạn: 1; Chậm đến 3 ngày làm việc: 0,5".</summary>
internal static class DeadlineText
{
    public static IEnumerable<string> Lines(Deadline rule)
    {
        var days = rule.WorkingDays ? "ngày làm việc" : "ngày";
        var from = rule.On is { } on ? $"ngày {RuleText.D(on)}" : Lower(rule.Due?.Label ?? "thời hạn quy định");
        yield return rule.Offset switch
        {
            < 0 => $"Thời hạn của {Lower(rule.Done.Label)}: trước {N(-rule.Offset.Value)} {days} so với {from}.",
            > 0 => $"Thời hạn của {Lower(rule.Done.Label)}: sau {N(rule.Offset.Value)} {days} kể từ {from}.",
            _ => $"Thời hạn của {Lower(rule.Done.Label)}: {from}, tính theo {days}.",
        };
        foreach (var band in rule.Bands) yield return $"{band.Label ?? Late(band, days)}: {N(band.Points)}";
        if (rule.Whether is not null) yield return $"Không thực hiện: {N(rule.Never ?? 0)}";
        if (rule.Excused is { } excused) yield return $"Không tính {Lower(excused.Label)}.";
    }

    private static string Late(Band band, string days) => (band.From, band.To) switch
    {
        (null, 0m) when !band.ToOpen => "Đúng hạn",
        ({ } from, null) => $"Chậm {(band.FromOpen ? "trên " : "từ ")}{N(from)} {days}{(band.FromOpen ? "" : " trở lên")}",
        (0m, { } to) when band.FromOpen => $"Chậm {(band.ToOpen ? "dưới" : "đến")} {N(to)} {days}",
        ({ } from, { } to) => $"Chậm {(band.FromOpen ? "trên" : "từ")} {N(from)} đến {(band.ToOpen ? "dưới " : "")}{N(to)} {days}",
        (null, { } to) => to <= 0 ? $"Sớm {(band.ToOpen ? "trên" : "từ")} {N(-to)} {days}{(band.ToOpen ? "" : " trở lên")}" : $"Chậm {(band.ToOpen ? "dưới" : "đến")} {N(to)} {days} hoặc đúng hạn",
        _ => "Trường hợp khác",
    };
}
