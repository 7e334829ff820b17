using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Forms;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

/// <summary>How rows, findings and rules of a draft look on the editor.</summary>
public static class DraftLook
{
    /// <summary>Where a finding leads: its row and field.</summary>
    public static string LinkOf(ShowDraft.View view, DraftFinding finding)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(finding);
        return DraftAddresses.Of(view.Draft.Id, finding.Row) + "#" + (finding.Field is null or DraftFields.Rule ? finding.Row is null ? "head" : "row" : FieldTagHelper.IdOf(finding.Field));
    }

    /// <summary>What a finding stands at: the code of its row, or the whole.</summary>
    public static string PlaceOf(ShowDraft.View view, DraftFinding finding)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Row is not { } number) return Words.Say("Thông tin chung", "The whole");
        var text = view.Rows.First(r => r.Number == number).Text;
        return text.Code.Length > 0 ? text.Code : Words.Say("Dòng chưa có mã", "Row without a code");
    }

    /// <summary>The gravest finding of each row, as the tree marks it: "12:error 15:warning".</summary>
    public static string Marks(DraftReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return string.Join(' ', reading.Findings.Where(f => f.Row is not null && f.Finding.Severity != Severity.Info).GroupBy(f => f.Row!.Value)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}:{NameOf(g.Max(f => f.Finding.Severity))}")));
    }

    /// <summary>The gravest finding of every row that has one worth a mark.</summary>
    public static IReadOnlyDictionary<int, Severity> MarkOfRows(DraftReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Findings.Where(f => f.Row is not null && f.Finding.Severity != Severity.Info).GroupBy(f => f.Row!.Value).ToDictionary(g => g.Key, g => g.Max(f => f.Finding.Severity));
    }

    /// <summary>The name of a severity in class names.</summary>
    public static string NameOf(Severity severity) => severity == Severity.Error ? "error" : severity == Severity.Warning ? "warning" : "info";

    /// <summary>The severity as a status.</summary>
    public static (StatusKind Kind, string Text) StatusOf(Severity severity) => severity switch
    {
        Severity.Error => (StatusKind.Danger, Words.Say("Lỗi", "Error")),
        Severity.Warning => (StatusKind.Warning, Words.Say("Cần xem", "Look")),
        _ => (StatusKind.Neutral, Words.Say("Ghi chú", "Note")),
    };

    /// <summary>The fields of the chosen row's rule that cannot be taken over.</summary>
    public static IReadOnlyList<TypedProblem> Problems(ShowDraft.View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. view.Here.Where(f => f.Field?.StartsWith(DraftFields.RulePrefix, StringComparison.Ordinal) == true)
            .Select(f => new TypedProblem(f.Field![DraftFields.RulePrefix.Length..], f.Finding.Message))];
    }

    /// <summary>The rule in words; empty while something of it is wrong.</summary>
    public static IReadOnlyList<RuleLine> RuleInWords(ShowDraft.View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Criterion?.Rule is { } rule && !view.Reading.Faulty(view.Chosen!.Number) ? RuleWords.Of(rule, view.Criterion.MaxPoints) : [];
    }

    /// <summary>The ways points can come about, the stored one chosen.</summary>
    public static IEnumerable<SelectListItem> Methods(ScoringMethod chosen) =>
        Enum.GetValues<ScoringMethod>().Select(m => new SelectListItem(FrameworkNames.Of(m).Show(), m.ToString(), m == chosen));

    /// <summary>What happens to rows that do not apply, the stored one chosen.</summary>
    public static IEnumerable<SelectListItem> Policies(NotApplicablePolicy chosen) =>
    [
        new(Words.Say("Văn bản không nói", "Not stated"), nameof(NotApplicablePolicy.Unstated), chosen == NotApplicablePolicy.Unstated),
        new(Words.Say("Đạt điểm tối đa", "Full points"), nameof(NotApplicablePolicy.FullPoints), chosen == NotApplicablePolicy.FullPoints),
        new(Words.Say("Bỏ khỏi mẫu số", "Left out of the total"), nameof(NotApplicablePolicy.Removed), chosen == NotApplicablePolicy.Removed),
        new(Words.Say("0 điểm", "No points"), nameof(NotApplicablePolicy.Zero), chosen == NotApplicablePolicy.Zero),
    ];

    /// <summary>Ways to round, the stored one chosen.</summary>
    public static IEnumerable<SelectListItem> Roundings(RoundingMode chosen) =>
    [
        new(Words.Say("Làm tròn nửa lên", "Half up"), nameof(RoundingMode.HalfUp), chosen == RoundingMode.HalfUp),
        new(Words.Say("Cắt bỏ", "Truncate"), nameof(RoundingMode.Truncate), chosen == RoundingMode.Truncate),
    ];
}
