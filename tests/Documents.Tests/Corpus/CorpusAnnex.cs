using System.Text.Json;

namespace OpenPar.Documents.Tests.Corpus;

/// <summary>
/// One labelled annex: what must be read out of it and how it is drawn, in one definition. Word and Excel files are made from it,
/// the PDF beside it was printed from that Word file.
/// </summary>
/// <param name="Kind">Criteria, scored, assignment; improvement, plan, framework or plans.</param>
/// <param name="Landscape">Pages are turned.</param>
/// <param name="Tables">Its tables.</param>
internal sealed record CorpusAnnex(string Kind, bool Landscape, IReadOnlyList<CorpusTable> Tables)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>The name its files have.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>True when the reader of plans reads it, not the reader of criteria.</summary>
    public bool IsPlan => Kind is "improvement" or "plan" or "framework" or "plans";

    /// <summary>All annexes of a corpus folder by name.</summary>
    public static IReadOnlyList<CorpusAnnex> All(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, "Annexes"), "*.json").Order(StringComparer.Ordinal).Select(Load)];

    public static CorpusAnnex Load(string path) =>
        JsonSerializer.Deserialize<CorpusAnnex>(File.ReadAllText(path), Options)! with { Name = Path.GetFileNameWithoutExtension(path) };

    /// <summary>The rows that must be read, each field by its name; fields a table does not have are blank.</summary>
    public IReadOnlyList<CorpusRow> Expected()
    {
        var rows = new List<CorpusRow>();
        foreach (var table in Tables)
        {
            string? section = null;
            foreach (var row in table.Rows)
            {
                section = row.Section ?? section;
                if (row.Cells is null) continue;
                var cells = table.Fields.Zip(row.Cells).ToDictionary(pair => pair.First, pair => CorpusRow.Folded(pair.Second), StringComparer.Ordinal);
                if (section is not null) cells["section"] = section;
                rows.Add(new CorpusRow(cells, true));
            }
        }

        return rows;
    }
}

/// <summary>One table of an annex.</summary>
/// <param name="Above">Lines above it.</param>
/// <param name="Head">Rows of its head; "^" is covered from above, "&lt;" from the left.</param>
/// <param name="Fields">What the expected cells of a row are.</param>
/// <param name="Columns">The field each column shows.</param>
/// <param name="Widths">Share of each column in the width, in hundredths.</param>
/// <param name="Rows">Rows below the head.</param>
internal sealed record CorpusTable(IReadOnlyList<string> Above, string[][] Head, string[] Fields, string[] Columns, int[] Widths, IReadOnlyList<CorpusLine> Rows);

/// <summary>A row as it must be read and as it is drawn.</summary>
internal sealed record CorpusLine
{
    /// <summary>What must be read; null for a row that is drawn only. Items of a list are parted by " | ".</summary>
    public string[]? Cells { get; init; }

    /// <summary>How the cells are drawn; null, or null for one of them, means as they are read.</summary>
    public string?[]? Drawn { get; init; }

    /// <summary>A new page begins with the row.</summary>
    public bool Page { get; init; }

    /// <summary>Number of the section that begins here.</summary>
    public string? Section { get; init; }

    /// <summary>Title of that section.</summary>
    public string? Title { get; init; }
}
