using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Text;

namespace OpenPar.Core.Tests.Text;

public sealed class WordDiffTests
{
    private static readonly Arbitrary<string> Texts = Gen.Elements("từ", "70%", "trở lên", ":", " ", "  ", "\n", "0,5", ";", "dưới", "Đ", "😀")
        .ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    [Fact]
    public void Both_texts_can_be_read_off_the_runs_to_the_letter() =>
        Prop.ForAll(Texts, Texts, (older, newer) =>
        {
            var runs = WordDiff.Between(older, newer);
            return Text(runs, TextChange.Removed) == older && Text(runs, TextChange.Added) == newer
                && runs.All(run => run.Text.Length > 0) && runs.Zip(runs.Skip(1)).All(pair => pair.First.Change != pair.Second.Change);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_texts_have_no_change() =>
        Prop.ForAll(Texts, text => WordDiff.Between(text, text).All(run => run.Change == TextChange.Kept)).QuickCheckThrowOnFailure();

    [Fact]
    public void Changed_words_stand_together() => Assert.Equal(
        ["Kept: Từ ", "Removed: 70", "Added: 80", "Kept: % ", "Removed: trở lên", "Added: số xã"],
        WordDiff.Between("Từ 70% trở lên", "Từ 80% số xã").Select(run => $"{run.Change}: {run.Text}"));

    [Fact]
    public void Two_long_texts_without_a_common_word_are_one_replacement()
    {
        var (older, newer) = (string.Concat(Enumerable.Repeat("cũ ", 5000)), string.Concat(Enumerable.Repeat("mới;", 5000)));

        Assert.Equal([TextChange.Removed, TextChange.Added], WordDiff.Between(older, newer).Select(run => run.Change));
    }

    private static string Text(IReadOnlyList<TextRun> runs, TextChange change) =>
        string.Concat(runs.Where(run => run.Change == TextChange.Kept || run.Change == change).Select(run => run.Text));
}
