using System.Text;
using OpenPar.Core.Rounds;

namespace OpenPar.Core.Tests.Rounds;

/// <summary><c>docs/states.md</c> is drawn from the code; a change of the machine without a change of the drawing fails here.</summary>
public sealed class StatesDocumentTests
{
    [Fact]
    public void The_drawing_shows_the_machine()
    {
        var path = DocumentPath();
        var drawn = Draw();
        if (Environment.GetEnvironmentVariable("OPENPAR_APPROVE") == "1") File.WriteAllText(path, drawn);

        Assert.Equal(drawn, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_state_can_be_reached_and_every_one_but_the_last_can_be_left()
    {
        foreach (var state in Enum.GetValues<RowState>())
        {
            if (state != RowState.NotStarted) Assert.Contains(RowMachine.Transitions, t => t.To == state && t.From != state);
            Assert.Contains(RowMachine.Transitions, t => t.From == state);
        }
    }

    [Fact]
    public void No_event_has_two_outcomes_in_one_state() =>
        Assert.Equal(RowMachine.Transitions.Count, RowMachine.Transitions.Select(t => (t.From, t.Event)).Distinct().Count());

    private static string Draw()
    {
        var text = new StringBuilder("# States\n\nDrawn from `src/OpenPar.Core/Rounds/RowMachine.cs` by a test; do not edit by hand.\n\n## A row of a sheet\n\n```mermaid\nstateDiagram-v2\n    [*] --> NotStarted\n");
        foreach (var state in Enum.GetValues<RowState>()) text.Append($"    {state}: {RowStateNames.Of(state).Vi}\n");
        foreach (var t in RowMachine.Transitions) text.Append($"    {t.From} --> {t.To}: {t.Event} ({t.Needs})\n");
        text.Append("```\n\n| what happens | from | to | permission |\n| --- | --- | --- | --- |\n");
        foreach (var t in RowMachine.Transitions) text.Append($"| {t.Event} | {t.From} | {t.To} | {t.Needs} |\n");
        text.Append("\nSaving and submitting are possible until the end of the self-scoring day; a returned row is answered, and a submitted one decided, until the end of\nthe appraisal day. Nothing happens unless the round is open.\n\n## A round\n\n```mermaid\nstateDiagram-v2\n    [*] --> Draft: CreateRound\n");
        foreach (var state in Enum.GetValues<RoundState>()) text.Append($"    {state}: {RowStateNames.Of(state).Vi}\n");
        text.Append("    Draft --> Open: OpenRound\n    Open --> Closed: CloseRound\n    Closed --> [*]\n```\n");
        return text.ToString();
    }

    private static string DocumentPath()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OpenPar.slnx"))) return Path.Combine(folder.FullName, "docs", "states.md");
        }

        throw new DirectoryNotFoundException("The repository is not above the tests.");
    }
}
