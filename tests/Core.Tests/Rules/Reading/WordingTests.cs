namespace OpenPar.Core.Tests.Rules.Reading;

/// <summary>
/// The reader against texts it was not written for, <c>Cases/Wordings</c>. What is sure must be right; every text that a reading gets
/// wrong or unsure is printed with <c>--show-live-output on</c>.
/// </summary>
public sealed class WordingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("first", 122)]
    [InlineData("second", 34)]
    [InlineData("third", 26)]
    [InlineData("mended", 11)]
    public void A_reading_that_is_sure_is_right(string file, int least)
    {
        var (right, unsure, lost) = (0, 0, 0);
        var wrong = new List<string>();
        foreach (var one in Wording.Of(file))
        {
            var read = one.Read();
            var means = one.Means(read);
            if (read.Sure && means && one.Open is null)
            {
                right++;
                continue;
            }

            if (read.Sure) wrong.Add(one.Text);
            else if (means || one.Open is not null) unsure++;
            else lost++;
            output.WriteLine($"{(read.Sure ? "WRONG" : means || one.Open is not null ? "unsure" : "lost")} {read.Confidence} {one.Text.ReplaceLineEndings(" ¶ ")}\n    means {one.Rule}\n    read  {RuleMeaning.Of(read.Rule, one.Points)}\n    left  {string.Join(" | ", read.Unread)} {string.Join(" ", read.Findings.Select(f => f.Message.En))}");
        }

        output.WriteLine($"{file}: {right} sure and right, {wrong.Count} sure and wrong, {unsure} unsure (right, or open as the text is), {lost} unsure and not right");
        Assert.Empty(wrong);
        Assert.True(right >= least, $"{right} of {least}");
    }
}
