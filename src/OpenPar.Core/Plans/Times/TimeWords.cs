using System.Text.RegularExpressions;

namespace OpenPar.Core.Plans.Times;

/// <summary>Words that state a time without naming days. All patterns see folded words with one blank after each.</summary>
internal static partial class TimeWords
{
    public static bool BeginsContinuous(string folded) => ContinuousStart().IsMatch(folded);

    public static int ContinuousWords(List<TimeToken> tokens)
    {
        var at = 0;
        while (at < tokens.Count && tokens[at].Word is "thuc" or "hien" or "thuong" or "xuyen" or "lien" or "tuc" or "quanh" or "," && !(tokens[at].Word == "," && !ContinuesList(tokens, at))) at++;
        return at < tokens.Count && at > 0 && tokens[at - 1].Word == "quanh" && tokens[at].Word == "nam" ? at + 1 : at;
    }

    public static bool BeginsEvent(string folded) => EventStart().IsMatch(folded);

    public static bool HasEvent(string folded) => Event().IsMatch(folded);

    public static bool BeginsExternal(string folded) => ExternalStart().IsMatch(folded);

    public static bool HasExternal(string folded) => External().IsMatch(folded);

    public static bool Recurs(string folded) => Recurrence().IsMatch(folded);

    /// <summary>"theo quý", "định kỳ theo quý và năm": nothing but how often.</summary>
    public static bool SaysOnlyPeriod(string folded) => OnlyPeriod().IsMatch(folded);

    /// <summary>Periods named as such: "hàng quý", "định kỳ 6 tháng, năm", "01 lần/quý", "theo quý và năm".</summary>
    public static RecurrencePeriods Periods(List<TimeToken> tokens, string text)
    {
        var (periods, naming) = (RecurrencePeriods.None, false);
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Word;
            if (word is "hang" or "moi" or "theo" or "cac" or "tung" || (word == "ky" && i > 0 && tokens[i - 1].Word == "dinh") || (word == "/" && i > 0 && tokens[i - 1].Word == "lan")) naming = true;
            else if (naming && word == "6" && i + 1 < tokens.Count && tokens[i + 1].Word == "thang") (periods, i) = (periods | RecurrencePeriods.HalfYear, i + 1);
            else if (naming && Period(tokens[i], text) is var period and not RecurrencePeriods.None) periods |= period;
            else if (word is not ("," or ";" or "va" or "/")) naming = false;
        }

        return periods;
    }

    // The accent parts "quý" (quarter) from "quy định" (rules).
    private static RecurrencePeriods Period(TimeToken token, string text) => token.Word switch
    {
        "ngay" => RecurrencePeriods.Day,
        "tuan" => RecurrencePeriods.Week,
        "thang" => RecurrencePeriods.Month,
        "quy" or "qui" when text[token.Start..token.End].IndexOfAny(['ý', 'Ý', 'í', 'Í']) >= 0 => RecurrencePeriods.Quarter,
        "nam" => RecurrencePeriods.Year,
        _ => RecurrencePeriods.None,
    };

    private static bool ContinuesList(List<TimeToken> tokens, int comma) =>
        comma + 1 < tokens.Count && tokens[comma + 1].Word is "lien" or "thuong";

    [GeneratedRegex("^(?:thuc hien )?(?:thuong xuyen|lien tuc|quanh nam) ", RegexOptions.CultureInvariant)]
    private static partial Regex ContinuousStart();

    [GeneratedRegex("^(?:thuc hien |hoan thanh )?(?:ngay )?(?:khi|sau khi|truoc khi|sau|luc|neu co|dot xuat|phat sinh) ", RegexOptions.CultureInvariant)]
    private static partial Regex EventStart();

    [GeneratedRegex("(?:^| )(?:khi co|sau khi|truoc khi|ke tu khi|ke tu ngay|phat sinh|sau ngay) ", RegexOptions.CultureInvariant)]
    private static partial Regex Event();

    [GeneratedRegex("^(?:thuc hien |hoan thanh )?(?:tuy )?(?:theo|can cu|bao dam theo|dam bao theo|phu hop voi) ", RegexOptions.CultureInvariant)]
    private static partial Regex ExternalStart();

    [GeneratedRegex("(?:^| )theo (?:lo trinh|ke hoach|huong dan|quy dinh|chi dao|tien do|yeu cau|thong bao|van ban|chuong trinh|thoi gian)", RegexOptions.CultureInvariant)]
    private static partial Regex External();

    [GeneratedRegex("(?:^| )(?:dinh ky |hang (?:ngay|tuan|thang|quy|qui|nam) |moi (?:ngay|tuan|thang|quy|qui|nam) |lan / (?:ngay|tuan|thang|quy|qui|nam) |(?:cac|tung) (?:quy|qui) (?!dinh|che|trinh|hoach))", RegexOptions.CultureInvariant)]
    private static partial Regex Recurrence();

    [GeneratedRegex("^(?=.*(?:dinh ky|theo|hang|moi|tung|lan) )(?:(?:dinh ky|bao cao|ket qua|theo|hang|moi|tung|cac|va|ngay|tuan|thang|quy|qui|nam|6|0?1|lan|,|;|/|trong) )+$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyPeriod();
}
