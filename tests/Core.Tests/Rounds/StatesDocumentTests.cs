using System.Text;
using OpenPar.Core.Evidence;
using OpenPar.Core.Organisations.Reorganising;
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
    public void Every_state_can_be_reached_and_every_row_state_but_those_before_the_end_can_be_left()
    {
        foreach (var state in Enum.GetValues<RowState>())
        {
            if (state != RowState.NotStarted) Assert.Contains(RowMachine.Transitions, t => t.To == state && t.From != state);
            Assert.Contains(RowMachine.Transitions, t => t.From == state);
        }

        Assert.All(Enum.GetValues<SheetState>().Where(s => s != SheetState.Filling), state => Assert.Contains(SheetMachine.Transitions, t => t.To == state));
        Assert.All(Enum.GetValues<RoundState>().Where(s => s != RoundState.Draft), state => Assert.Contains(RoundMachine.Transitions, t => t.To == state));
        Assert.All(Enum.GetValues<ReorganisationStage>().Where(s => s != ReorganisationStage.Planned), stage => Assert.Contains(ReorganisationMachine.Transitions, t => t.To == stage));
        Assert.All(Enum.GetValues<UploadState>().Where(s => s != UploadState.Announced), state => Assert.Contains(UploadMachine.Transitions, t => t.To == state));
    }

    [Fact]
    public void No_event_has_two_outcomes_in_one_state()
    {
        Assert.Equal(RowMachine.Transitions.Count, RowMachine.Transitions.Select(t => (t.From, t.Event)).Distinct().Count());
        Assert.Equal(UploadMachine.Transitions.Count, UploadMachine.Transitions.Select(t => (t.From, t.Event)).Distinct().Count());
        Assert.Equal(RoundMachine.Transitions.Count, RoundMachine.Transitions.Select(t => (t.From, t.Event)).Distinct().Count());
        foreach (var way in Enum.GetValues<ScoringWay>())
        {
            // Restoring leads to where the sheet stood.
            var both = SheetMachine.Transitions.Where(t => t.Event != SheetEvent.Restore && (t.Way is null || t.Way == way)).ToList();
            Assert.Equal(both.Count, both.Select(t => (t.From, t.Event)).Distinct().Count());
        }
    }

    [Fact]
    public void Restoring_a_sheet_undoes_its_retiring_and_nothing_else()
    {
        var retired = SheetMachine.Transitions.Where(t => t.Event == SheetEvent.Retire).Select(t => (t.From, t.To));
        Assert.Equal(retired, SheetMachine.Transitions.Where(t => t.Event == SheetEvent.Restore).Select(t => (t.To, t.From)));
        Assert.All(retired, r => Assert.Equal(r.From, SheetMachine.RestoreTo(r.From).To));
        Assert.Null(SheetMachine.Find(ScoringWay.ByUnit, SheetState.Retired, SheetEvent.Restore));
    }

    [Fact]
    public void An_event_of_a_row_asks_one_permission_and_one_state_of_the_round()
    {
        foreach (var transitions in RowMachine.Transitions.GroupBy(t => t.Event))
            Assert.Single(transitions.Select(t => (t.Needs, t.Round)).Distinct());
    }

    [Fact]
    public void Where_rows_are_handed_in_one_by_one_a_sheet_being_filled_counts_as_signed()
    {
        var appraise = RowMachine.Find(RowState.Submitted, RowEvent.Appraise)!;

        Assert.True(appraise.Suits(ScoringWay.ByCriterion, SheetState.Filling));
        Assert.False(appraise.Suits(ScoringWay.ByUnit, SheetState.Filling));
        Assert.True(appraise.Suits(ScoringWay.ByUnit, SheetState.Signed));
    }

    private static string Draw()
    {
        var text = new StringBuilder("# States\n\nDrawn from `src/OpenPar.Core/Rounds/` (`RoundMachine`, `SheetMachine`, `RowMachine`), `src/OpenPar.Core/Evidence/` (`UploadMachine`) and\n`src/OpenPar.Core/Organisations/Reorganising/` (`ReorganisationMachine`) by a test; do not edit by hand. Every transition of a round, a sheet, a row and a reorganisation also writes an audit entry with what was before and after.\n");
        Chapter(text, "A round", RoundState.Draft, s => RowStateNames.Of(s).Vi, RoundMachine.Transitions.Select(t => (t.From, t.To, t.Event, $"{t.Needs}")));
        Table(text, "what happens | from | to | permission | asks | keeps", RoundMachine.Transitions.Select(t => $"{t.Event} | {t.From} | {t.To} | {t.Needs} | {t.Asks} | {t.Records}"));
        Chapter(text, "A sheet", SheetState.Filling, s => RowStateNames.Of(s).Vi, SheetMachine.Transitions.Select(t => (t.From, t.To, t.Event, $"{t.Needs}")));
        text.Append("\nIn a round scored by criterion owners rows are handed in one by one: a sheet that is being filled counts as signed.\n");
        Table(text, "what happens | from | to | permission | way | asks | keeps", SheetMachine.Transitions.Select(t => $"{t.Event} | {t.From} | {t.To} | {t.Needs} | {t.Way?.ToString() ?? "both"} | {t.Asks} | {t.Records}"));
        Chapter(text, "A row of a sheet", RowState.NotStarted, s => RowStateNames.Of(s).Vi, RowMachine.Transitions.Select(t => (t.From, t.To, t.Event, $"{t.Needs}")));
        Table(text, "what happens | from | to | permission | round | sheet | until the end of | keeps", RowMachine.Transitions.Select(t =>
            $"{t.Event} | {t.From} | {t.To} | {t.Needs} | {t.Round} | {(t.Sheets.Count == Enum.GetValues<SheetState>().Length - 1 && !t.Sheets.Contains(SheetState.Retired) ? "any but Retired" : string.Join(", ", t.Sheets))} | {t.Step?.ToString() ?? "—"} | {t.Records}"));
        text.Append("\nA returned row and a wanted explanation are answered by their own day when they have one. Extensions make the last day of a step later\nfor all, for a group or for one unit. Nobody appraises a row of the own agency.\n");
        Chapter(text, "An upload", UploadState.Announced, s => UploadStateNames.Of(s).Vi, UploadMachine.Transitions.Select(t => (t.From, t.To, t.Event, t.Needs?.ToString() ?? "the system")));
        text.Append("\nAn upload is its owner's alone. Its state follows from what is there (bytes on the disk, hash, last moment) and is not stored; one that ended is no more, and the\naudit log keeps what became of it.\n");
        Table(text, "what happens | from | to | permission | asks | keeps", UploadMachine.Transitions.Select(t => $"{t.Event} | {t.From} | {t.To} | {t.Needs?.ToString() ?? "the system"} | {t.Asks} | {t.Records}"));
        Chapter(text, "A reorganisation", ReorganisationStage.Planned, s => ReorganisationMachine.NameOf(s).Vi, ReorganisationMachine.Transitions.Select(t => (t.From, t.To, t.Event, $"{t.Needs}")));
        text.Append("\nIts stage follows from what is on record and is not stored; nothing of it is ever changed or deleted.\n");
        Table(text, "what happens | from | to | permission | asks | keeps", ReorganisationMachine.Transitions.Select(t => $"{t.Event} | {t.From} | {t.To} | {t.Needs} | {t.Asks} | {t.Records}"));
        return text.ToString();
    }

    private static void Chapter<TState, TEvent>(
        StringBuilder text, string title, TState first, Func<TState, string> name, IEnumerable<(TState From, TState To, TEvent Event, string Who)> transitions)
        where TState : struct, Enum
    {
        text.Append($"\n## {title}\n\n```mermaid\nstateDiagram-v2\n    [*] --> {first}\n");
        foreach (var state in Enum.GetValues<TState>()) text.Append($"    {state}: {name(state)}\n");
        foreach (var (from, to, what, who) in transitions) text.Append($"    {from} --> {to}: {what} ({who})\n");
        text.Append("```\n");
    }

    private static void Table(StringBuilder text, string head, IEnumerable<string> rows)
    {
        text.Append($"\n| {head} |\n|{string.Concat(head.Split('|').Select(_ => " --- |"))}\n");
        foreach (var row in rows) text.Append($"| {row} |\n");
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
