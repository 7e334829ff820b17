using System.Text.Json;
using System.Text.Json.Serialization;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;

namespace OpenPar.Cli;

/// <summary>The JSON of annexes on the command line. Every key is always there; unknown values are null or empty.</summary>
internal static class AnnexJson
{
    private static readonly JsonSerializerOptions WithNulls = new(RuleJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static void Write(object document)
    {
        using var stdout = Console.OpenStandardOutput();
        stdout.Write(JsonSerializer.SerializeToUtf8Bytes(document, WithNulls));
        stdout.Write("\n"u8);
    }

    public static object Of(Annex annex) => new
    {
        Criteria = annex.Rows.Select(Of),
        Annexes = annex.Parts.Select(part => new { part.Number, part.Title, part.Rows, part.Read }),
        Findings = annex.Findings.Select(Of),
    };

    public static object Of(Finding finding) => new
    {
        finding.Severity,
        finding.Where,
        Message = finding.Message.Vi,
        Remedy = finding.Remedy.Vi,
    };

    public static object Of(AnnexDifference difference) => new
    {
        Code = difference.Code.ToString(),
        difference.Field,
        difference.Left,
        difference.Right,
    };

    private static object Of(AnnexRow row) => new
    {
        Code = row.Code.ToString(),
        row.Code.Level,
        row.Title,
        row.MaxPoints,
        Method = row.Method == ScoringMethod.Unknown ? (ScoringMethod?)null : row.Method,
        row.Lead,
        row.Coordinating,
        row.Requirement,
        row.Evidence,
        row.RuleText,
        Flags = row.Flags.Select(flag => new { flag.Kind, Reason = flag.Reason.Vi }),
        Source = new { row.Source.File, row.Source.Line },
    };
}
