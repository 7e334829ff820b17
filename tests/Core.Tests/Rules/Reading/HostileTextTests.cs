using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Reading;

namespace OpenPar.Core.Tests.Rules.Reading;

/// <summary>Whatever text is given, the reader answers soon, with a confidence between 0 and 1, and says what it did not read.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "từ", "trên", "dưới", "đến", "trở lên", "%", "80%", "0,5", "1", "(", ")", "/", "*", "+", "-", ":", ";", ".", "\n", "b", "a", "điểm tối đa", "Tính điểm theo công thức:", "Trong đó:",
        "a là", "nếu", "thì", "điểm đánh giá là", "mỗi", "trừ", "cứ thêm", "tối đa", "không có", "Có", "hồ sơ", "(1)", "năm trước", "tăng", "so với", "<", ">=", "100", "9999999999999", "0", "tỷ lệ", "Tính theo", "x",
    ];

    private static readonly string[] Noise =
        ["qwx", "zzk", "jfw", "##", "@", "(", ")", "[", "]", "17", "3,14", "2025", "<", ">", "-", "+", "/", ".", ",", "\n", "\t", "~", "wjz", "kqf", "%", "…", "\u0301", "“", "”"];

    public static TheoryData<string> Hostile() =>
    [
        "", " ", "\n\n\n", new string('(', 100_000), new string(')', 100_000), string.Concat(Enumerable.Repeat("(b/a)*", 50_000)), new string('1', 100_000), new string('a', 1_000_000),
        string.Concat(Enumerable.Repeat("từ 1% đến ", 30_000)), string.Concat(Enumerable.Repeat("Đạt: 1\n", 30_000)), string.Concat(Enumerable.Repeat("Tính điểm theo công thức: (((", 20_000)),
        string.Concat(Enumerable.Repeat("mỗi ", 50_000)), "e" + new string('\u0301', 100_000), "\uD800\uDC00\uD800 : 1", "a\0b: 1", string.Concat(Enumerable.Repeat("trong đó: a là a là ", 10_000)),
        "Điểm = 999999999999*999999999999*999999999999*999999999999*b/a", "Điểm = b/0*a", "Từ 99999999999999999999999999999999% trở lên: 1", string.Concat(Enumerable.Repeat("Nếu a = 0 thì đạt điểm tối đa. ", 10_000)),
        string.Concat(Enumerable.Repeat("1.1.1.1.", 50_000)), string.Concat(Enumerable.Repeat("Không có ", 50_000)) + ": 1", string.Concat(Enumerable.Repeat("(1) x: 1\n- y: 0\n", 20_000)),
        string.Concat(Enumerable.Repeat("a: 1 (", 4_000)), string.Concat(Enumerable.Range(0, 900).Select(i => $"{(i % 3 == 0 ? "-" : i % 3 == 1 ? "+" : "•")} Nội dung {i}: 1\n")), string.Concat(Enumerable.Repeat("x\t1\n", 5_000)), string.Concat(Enumerable.Repeat("x\t0\n", 5_000)),
        "Mỗi nội dung 1 điểm: " + string.Concat(Enumerable.Repeat("- x; ", 4_000)), "Gọi " + string.Concat(Enumerable.Repeat("a là b là ", 2_000)), string.Concat(Enumerable.Repeat("1 < a < ", 2_500)), string.Concat(Enumerable.Repeat("trừ 1 điểm/", 1_800)),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_text_is_answered_soon(string text)
    {
        var watch = Stopwatch.StartNew();
        var read = RuleSuggestion.Of(text, 1);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed} for {text.Length} characters");
        Sound(read, text);
    }

    [Fact]
    public void Any_row_of_words_of_the_field_is_answered_soundly() => Prop.ForAll<int[]>(picks =>
    {
        var text = string.Join(' ', picks.Select(p => Pieces[Math.Abs(p % Pieces.Length)]));
        Sound(RuleSuggestion.Of(text, 2), text);
        Sound(RuleSuggestion.Of(text, null), text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    [Fact]
    public void Any_text_is_answered_soundly() => Prop.ForAll<string>(text =>
    {
        if (text is not null) Sound(RuleSuggestion.Of(text, 2), text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    [Fact]
    public void Noise_is_never_read_surely() => Prop.ForAll<int[]>(picks =>
    {
        // Letters without meaning, numbers and signs: nothing in it states points for a case.
        var text = string.Join(' ', picks.Select(p => Noise[Math.Abs(p % Noise.Length)]));
        Assert.False(RuleSuggestion.Of(text, 2).Sure, text);
        Assert.False(RuleSuggestion.Of(text, null).Sure, text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static void Sound(RuleSuggestion read, string text)
    {
        Assert.InRange(read.Confidence, 0, 1);
        Assert.Equal(read.Rule is null, read.Rule is null && read.Confidence == 0);
        if (read.Rule is { } rule) Assert.Equal(RuleJson.Write(rule), RuleJson.Write(RuleJson.Read(RuleJson.Write(rule))));
        foreach (var words in read.Words) Assert.Equal(words.Text, text.Substring(words.Start, words.Length));
        if (read.Sure) Assert.Empty(read.Unread);
    }
}
