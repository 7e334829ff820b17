using System.Text.RegularExpressions;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading;

/// <summary>Makes one row of the annex out of its draft.</summary>
internal sealed partial class RowAssembly(string file, List<Finding> findings)
{
    public AnnexRow? Row(DraftRow draft)
    {
        var flags = new List<AnnexFlag>(draft.Flags);
        if (Code(draft, flags) is not { } code) return null;
        var rule = Text(draft, AnnexColumn.RuleText, flags, keepLines: true);
        var (method, note) = MethodAndNote(draft, flags);
        var row = new AnnexRow
        {
            Code = code,
            Title = Title(draft, flags),
            MaxPoints = Points(draft) ?? PointsOfRule(draft, rule, flags),
            Method = method,
            Lead = Names(draft, AnnexColumn.Lead, flags),
            Coordinating = Names(draft, AnnexColumn.Coordinating, flags),
            Requirement = Text(draft, AnnexColumn.Requirement, flags),
            Evidence = Evidence(draft, flags),
            RuleText = rule,
            Note = note,
            Flags = flags,
            Source = RowPlace.In(file, draft.Place),
        };
        if (row.Title.Length == 0) findings.Add(NoTitle(draft, code));
        return row;
    }

    private CriterionCode? Code(DraftRow draft, List<AnnexFlag> flags)
    {
        var written = VietnameseText.Clean(draft.Number);
        if (CriterionCode.TryParse(written, out var code)) return code;
        // "1,5." is a slip of typing; blanks and letters in a number are not guessed.
        if (CommaCode().IsMatch(written) && CriterionCode.TryParse(written.Replace(',', '.'), out code))
        {
            flags.Add(AnnexFlags.Corrected(written, code.ToString()));
            return code;
        }

        var parts = written.Split([' ', ',', ';', '-', '–', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1 && parts.All(part => CriterionCode.TryParse(part, out _)))
        {
            code = CriterionCode.Parse(parts[0]);
            flags.Add(AnnexFlags.DoubleNumber(written, code.ToString()));
            findings.Add(Finding.Error(Where(draft),
                new LocalText($"Một dòng có hai số: “{written}”.", $"One row has two numbers: “{written}”."),
                new LocalText("Tách thành hai dòng, mỗi dòng một số.", "Split it into two rows with one number each.")));
            return code;
        }

        findings.Add(Finding.Error(Where(draft),
            new LocalText($"Số thứ tự “{written}” không đọc được.", $"The number “{written}” could not be read."),
            new LocalText("Viết số theo mẫu 1, 1.1 hoặc 1.1.1.", "Write numbers as 1, 1.1 or 1.1.1.")));
        return null;
    }

    private static string Title(DraftRow draft, List<AnnexFlag> flags)
    {
        var cell = draft.Cell(AnnexColumn.Title);
        var lines = cell.Split('\n').Length;
        if (lines > 1) flags.Add(AnnexFlags.JoinedLines("Tên tiêu chí", lines));
        return TextRepair.Line(cell, flags);
    }

    private static string? Text(DraftRow draft, AnnexColumn column, List<AnnexFlag> flags, bool keepLines = false)
    {
        var cell = draft.Cell(column);
        var text = keepLines ? TextRepair.Lines(cell, flags) : TextRepair.Line(cell, flags);
        return text.Length == 0 ? null : text;
    }

    private decimal? Points(DraftRow draft)
    {
        var written = VietnameseText.Clean(draft.Cell(AnnexColumn.MaxPoints));
        // Papers of this system say so where no source gives a maximum.
        if (written.Length == 0 || written == PaperCell.UnknownText) return null;
        var reading = NumberText.Read(written, NumberUse.Decimal);
        if (reading is { Ok: true, Value: >= 0 }) return reading.Value;
        findings.Add(Finding.Error(Where(draft),
            reading.Problem ?? new LocalText($"Điểm tối đa “{written}” là số âm.", $"The maximum “{written}” is negative."),
            new LocalText("Sửa ô điểm tối đa rồi nhập lại.", "Correct the cell and import again.")));
        return null;
    }

    private static decimal? PointsOfRule(DraftRow draft, string? rule, List<AnnexFlag> flags)
    {
        if (rule is null || draft.Cells.ContainsKey(AnnexColumn.MaxPoints) || draft.Place.Page is not null) return null;
        if (RuleTextFinder.Highest(rule) is not { } highest) return null;
        flags.Add(AnnexFlags.MaxFromRule(NumberText.Write(highest)));
        return highest;
    }

    private static (ScoringMethod Method, string? Note) MethodAndNote(DraftRow draft, List<AnnexFlag> flags)
    {
        var note = Text(draft, AnnexColumn.Note, flags);
        var written = Text(draft, AnnexColumn.Method, flags);
        var method = MethodOf(written);
        // A method in words that are not known is kept where a person reads it.
        if (written is not null && method == ScoringMethod.Unknown) return (MethodOf(note), note is null ? written : $"{written}; {note}");
        var noted = MethodOf(note);
        return (method == ScoringMethod.Unknown ? noted : method, noted == ScoringMethod.Unknown || note!.Length > 40 ? note : null);
    }

    private static ScoringMethod MethodOf(string? text)
    {
        var folded = VietnameseText.Fold(text);
        if (folded.Contains("dtxhh", StringComparison.Ordinal) || folded.Contains("dieu tra xa hoi hoc", StringComparison.Ordinal) || folded.Contains("dieu tra xhh", StringComparison.Ordinal)) return ScoringMethod.Survey;
        return folded is "tu danh gia" or "tu cham" or "tu cham diem" ? ScoringMethod.SelfAssessed : ScoringMethod.Unknown;
    }

    private static IReadOnlyList<string> Names(DraftRow draft, AnnexColumn column, List<AnnexFlag> flags)
    {
        var cell = TextRepair.Line(draft.Cell(column), flags);
        var list = AgencyNameSplitter.Split(cell);
        if (!list.Certain) flags.Add(AnnexFlags.DoubtfulNames(cell, list.Names.Count));
        else if (list.Split) flags.Add(AnnexFlags.SplitNames(cell, list.Names.Count));
        return list.Names;
    }

    private static List<string> Evidence(DraftRow draft, List<AnnexFlag> flags)
    {
        var text = TextRepair.Lines(draft.Cell(AnnexColumn.Evidence), flags);
        return [.. Bullet().Split(text).Select(item => VietnameseText.Clean(item).TrimStart('-', '+', '•', ' ')).Where(item => item.Length > 0)];
    }

    private Finding NoTitle(DraftRow draft, CriterionCode code) => Finding.Error(Where(draft),
        new LocalText($"Dòng {code} không có tên tiêu chí.", $"Row {code} has no title."),
        new LocalText("Bổ sung tên tiêu chí, hoặc bỏ dòng này.", "Add the title or remove the row."));

    private string Where(DraftRow draft) => RowPlace.Of(file, draft.Place.Line, draft.Place.Page);

    [GeneratedRegex(@"^\d+(?:,\d+)+\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex CommaCode();

    [GeneratedRegex(@"\n|(?<=[.;:,\s]|^)\s*[-•]\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
