using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Letters;

namespace OpenPar.Documents.Tests.Reading.Letters;

/// <summary>Heads of official documents of many shapes, written for this test: every field is right, empty, or the measure says so.</summary>
public sealed class LetterReaderTests(ITestOutputHelper output)
{
    private static readonly string[] Fields = ["number", "symbol", "issuer", "day", "type", "subject", "signer", "position"];

    [Theory]
    [InlineData("heads.txt", 35)]
    [InlineData("later-heads.txt", 12)]
    public void Heads_are_read_and_hardly_anything_is_said_wrongly(string file, int count)
    {
        var heads = Heads(file);
        var (right, wrong, missed, asked) = (0, 0, 0, 0);
        foreach (var head in heads)
        {
            var read = Values(LetterReader.Read(head.Text.Split('\f')));
            foreach (var field in Fields)
            {
                var (expected, actual) = (head.Expected.GetValueOrDefault(field), read[field]);
                if (expected is null && actual is null) continue;
                asked++;
                if (VietnameseText.Fold(expected) == VietnameseText.Fold(actual)) right++;
                else if (actual is null) missed++;
                else wrong++;
                if (expected != actual) output.WriteLine($"{head.Name}.{field}: expected “{expected}”, read “{actual}”");
            }
        }

        output.WriteLine($"{heads.Count} heads, {asked} fields: {right} right, {missed} not found, {wrong} wrong");
        Assert.Equal(count, heads.Count);
        Assert.True(right >= asked * 0.97, $"{right} of {asked} fields are right.");
        Assert.True(wrong <= asked * 0.02, $"{wrong} of {asked} fields are wrong.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\f\f\n\t\t\t\n")]
    [InlineData("Số: \nSố: /\nngày tháng năm\nV/v\nNơi nhận:\nKT.")]
    public void Text_without_a_head_proposes_nothing(string text) => Assert.Equal(new Letter(), LetterReader.Read(text.Split('\f')) with { Symbol = null });

    [Fact]
    public void Any_text_is_read_without_an_accident() =>
        Prop.ForAll<string[]>(pages => LetterReader.Read([.. (pages ?? []).Select(p => "Số: 1/BC-X\n" + p + "\nNơi nhận: KT. GIÁM ĐỐC\n" + p)]) is not null).QuickCheckThrowOnFailure();

    private static Dictionary<string, string?> Values(Letter letter) => new()
    {
        ["number"] = letter.Number,
        ["symbol"] = letter.Symbol,
        ["issuer"] = letter.Issuer,
        ["day"] = letter.IssuedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["type"] = letter.Type,
        ["subject"] = letter.Subject,
        ["signer"] = letter.Signer,
        ["position"] = letter.SignerPosition,
    };

    private static List<(string Name, Dictionary<string, string> Expected, string Text)> Heads(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "letters", file));
        return [.. text.Split("### ", StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            var (said, head) = part.Split("\n---\n", 2) is [var a, var b] ? (a, b) : (part.Split("\n---")[0], "");
            var lines = said.Split('\n');
            return (lines[0], lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1]), head);
        })];
    }
}
