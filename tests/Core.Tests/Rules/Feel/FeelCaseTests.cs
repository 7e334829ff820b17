using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Feel;

/// <summary>Runs <c>Cases/*.feel</c>: one line an expression and its value, as the standard has it.</summary>
public sealed class FeelCaseTests
{
    private static readonly FeelDateTime Now = FeelDateTime.Parse("2026-11-21T13:58:22+07:00")!.Value;

    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Rules", "Feel", "Cases"), "*.feel"))
        {
            foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
            {
                var mark = line.LastIndexOf(" => ", StringComparison.Ordinal);
                data.Add(Path.GetFileName(file), line[..mark], line[(mark + 4)..]);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_expression_has_the_value_of_the_standard(string file, string expression, string value)
    {
        var parsed = FeelExpression.Parse(expression, FeelNames.None);
        Assert.True(parsed.Ok, $"{file}: {expression}: {parsed.Error}");
        var outcome = parsed.Value!.Run(FeelScope.Empty, new FeelRun(Now));
        Assert.Null(outcome.Error);
        Assert.Equal(value, Printed(outcome.Value));
    }

    [Fact]
    public void Every_built_in_function_is_called_in_a_case()
    {
        var all = string.Join('\n', Cases().Select(row => row.Data.Item2));
        Assert.All(FeelBuiltins.Names, name => Assert.Contains(name + "(", all, StringComparison.Ordinal));
    }

    // Inside a list strings are printed with quotes, so that null and "null" differ.
    private static string Printed(object? value) => new FeelList([value]).ToString()[1..^1];
}
