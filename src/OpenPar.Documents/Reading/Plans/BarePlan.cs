using System.Globalization;
using System.Text.RegularExpressions;
using OpenPar.Core.Findings;
using OpenPar.Core.Plans;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>
/// A plan table extracted from a PDF without its borders: numbers, contents, products, agencies and times follow each other
/// line by line. Rows begin at the next number in order; what a line belongs to is guessed and said so on every row.
/// </summary>
internal sealed partial class BarePlan
{
    private const int HeaderLines = 10;
    private static readonly PlanColumn[] Known = [PlanColumn.Number, PlanColumn.Task, PlanColumn.Product, PlanColumn.Lead, PlanColumn.Coordinating, PlanColumn.Deadline];

    private readonly SourceDocument document;
    private readonly List<TextBlock> lines;
    private readonly List<string> header;
    private readonly List<PlanColumn> columns;

    private BarePlan(SourceDocument document, List<TextBlock> lines, List<string> header, List<PlanColumn> columns, IReadOnlyList<TextBlock> above) =>
        (this.document, this.lines, this.header, this.columns, Above) = (document, lines, header, columns, above);

    public int FirstLine => lines[0].Place.Line;

    public IReadOnlyList<TextBlock> Above { get; }

    /// <summary>The table without borders after the last text of a document; null when there is none.</summary>
    public static BarePlan? Find(SourceDocument document)
    {
        var texts = document.Blocks.OfType<TextBlock>().Where(text => !string.IsNullOrWhiteSpace(text.Text)).ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            if (!HeaderStart().IsMatch(texts[i].Text)) continue;
            var header = texts.Skip(i).Take(HeaderLines).TakeWhile((text, at) => at == 0 || !RowStart().IsMatch(text.Text)).Select(text => text.Text).ToList();
            var columns = Columns(string.Join(' ', header));
            if (columns.Count >= 4 && columns.Contains(PlanColumn.Task) && columns.Contains(PlanColumn.Deadline) && header.Count < HeaderLines)
                return new BarePlan(document, texts[i..], [.. header.Select(VietnameseText.Fold)], columns, texts[..i]);
        }

        return null;
    }

    public (PlanAnnex Annex, List<PlanRow> Rows)? Read(int number, int? year, List<Finding> findings)
    {
        var names = string.Join(", ", columns.Select(PlanColumns.Name));
        if (!columns.SequenceEqual(Known.Where(columns.Contains)) || !columns.Contains(PlanColumn.Lead))
        {
            findings.Add(PlanFindings.BareColumns(document.File, FirstLine, names));
            return null;
        }

        var table = new AnnexTable(number, Above, [.. columns.Select(PlanColumns.Name)], [.. columns], []);
        var drafts = new List<PlanDraft>();
        var sections = new SectionTrack();
        var splitter = new BarePlanRow(columns.Contains(PlanColumn.Product), columns.Contains(PlanColumn.Coordinating));
        foreach (var block in Blocks(sections, findings)) drafts.Add(splitter.Read(block, document.File));
        if (drafts.Count == 0) return null;
        PlanNumbers.Check(drafts, PlanKind.PlanTable);
        var rows = new PlanAssembly(table, PlanKind.PlanTable, year).Assemble(drafts);
        findings.Add(PlanFindings.Bare(document.File, FirstLine));
        return (new PlanAnnex(number, AnnexTitle.Of(Above), PlanKind.PlanTable, rows.Count, rows.Select(row => row.Section).Where(section => section is not null).Distinct().Count()), rows);
    }

    private List<BareBlock> Blocks(SectionTrack sections, List<Finding> findings)
    {
        var blocks = new List<BareBlock>();
        var (expected, roman, newPage) = (1, 1, false);
        for (var i = header.Count; i < lines.Count && blocks.Count < ReadingLimits.Rows; i++)
        {
            var text = VietnameseText.Clean(lines[i].Text);
            if (IsHeader(i))
            {
                i += header.Count - 1;
                newPage = true;
            }
            else if (IsPageNumber(i, text)) newPage = true;
            else if (Closing().IsMatch(text)) break;
            else if (Section().Match(text) is { Success: true } section && section.Groups[1].Value == Roman(roman))
            {
                sections.Begin(section.Groups[1].Value, section.Groups[2].Value);
                (roman, expected, newPage) = (roman + 1, 1, false);
            }
            else if (Number().Match(text) is { Success: true } number && Follows(number, expected))
            {
                blocks.Add(new BareBlock(number.Groups[1].Value, lines[i].Place, sections.Number, sections.Title));
                if (number.Groups[2].Value.Length > 0) blocks[^1].Lines.Add(new BareLine(number.Groups[2].Value, lines[i].Place, false));
                (expected, newPage) = (int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture) + 1, false);
            }
            else if (blocks.Count == 0 || !text.Any(char.IsLetterOrDigit)) findings.Add(PlanFindings.Outside(document.File, lines[i].Place.Line, text));
            else if (blocks[^1].Lines.Count < ReadingLimits.LinesPerRow)
            {
                blocks[^1].Lines.Add(new BareLine(text, lines[i].Place, newPage));
                newPage = false;
            }
        }

        return blocks;
    }

    // A number alone may leave one out; a number before words must be the next one.
    private static bool Follows(Match number, int expected)
    {
        var value = int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture);
        return value == expected || (number.Groups[2].Value.Length == 0 && value == expected + 1);
    }

    private bool IsHeader(int at)
    {
        if (at + header.Count > lines.Count) return false;
        for (var i = 0; i < header.Count; i++)
        {
            if (VietnameseText.Fold(lines[at + i].Text) != header[i]) return false;
        }

        return true;
    }

    private bool IsPageNumber(int at, string text) => text.Length <= 4 && text.All(char.IsAsciiDigit) && IsHeader(at + 1);

    // The columns in the order in which their words come; "thời gian thực hiện" ends the table.
    private static List<PlanColumn> Columns(string text)
    {
        var folded = VietnameseText.Fold(text);
        (PlanColumn Column, string[] Words)[] words =
        [
            (PlanColumn.Number, ["tt", "stt"]), (PlanColumn.Task, ["noi dung", "nhiem vu", "cong viec"]), (PlanColumn.Product, ["san pham", "ket qua"]),
            (PlanColumn.Lead, ["chu tri"]), (PlanColumn.Coordinating, ["phoi hop"]), (PlanColumn.Deadline, ["thoi gian", "thoi han", "tien do"]),
            (PlanColumn.Budget, ["kinh phi", "du toan"]), (PlanColumn.Note, ["ghi chu"]),
        ];
        return [.. words.Select(column => (column.Column, At: column.Words.Select(word => folded.IndexOf(word, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min()))
            .Where(column => column.At >= 0).OrderBy(column => column.At).Select(column => column.Column)];
    }

    private static string Roman(int number) => new[] { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV" }[Math.Clamp(number, 1, 15) - 1];

    [GeneratedRegex(@"^\s*(?:S?TT)\s+\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderStart();

    [GeneratedRegex(@"^\s*(?:[IVX]{1,5}[.\s]\s*\p{Lu}|1[.\s)]|1\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex RowStart();

    [GeneratedRegex(@"^([IVX]{1,5})[.)]?\s+(\p{Lu}.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex(@"^(\d{1,3})[.)]?(?:\s+(\D.*|\d+%.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:Nơi nhận\s*:|TM\.\s|KT\.\s|TL\.\s|Ghi chú\s*:)", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}

/// <summary>A line of a bare table.</summary>
internal readonly record struct BareLine(string Text, Place Place, bool NewPage);

/// <summary>The lines of one numbered row.</summary>
internal sealed record BareBlock(string Number, Place Place, string? Section, string? SectionTitle)
{
    public List<BareLine> Lines { get; } = [];
}
