using System.Text.RegularExpressions;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>Tells what a text without tables is: criteria with their agencies, a survey form, a list of agencies.</summary>
internal static partial class BareKinds
{
    private const int LinesRead = 3_000;

    public static TableKind? Of(SourceDocument document)
    {
        var lines = document.Blocks.OfType<TextBlock>().Take(LinesRead).Select(text => text.Text.Trim()).Where(text => text.Length > 0).ToList();
        if (lines.Take(60).Any(line => SurveyTitle().IsMatch(VietnameseText.Fold(line)))) return TableKind.SurveyForm;
        var agencies = lines.Count(AgencyNameSplitter.BeginsName);
        var codes = lines.Count(line => Code().IsMatch(line));
        if (codes >= 10) return agencies * 10 >= codes ? TableKind.Assignment : TableKind.CriteriaAnnex;
        return agencies > 5 && agencies * 10 >= lines.Count * 7 ? TableKind.AgencyList : null;
    }

    [GeneratedRegex("^phieu (?:khao sat|dieu tra|hoi|lay y kien)", RegexOptions.CultureInvariant)]
    private static partial Regex SurveyTitle();

    [GeneratedRegex(@"^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?(?:\s+\p{Lu}|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
