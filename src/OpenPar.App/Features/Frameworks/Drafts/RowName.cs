using OpenPar.Core.Frameworks.Drafting;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>How a row is called in the list of changes.</summary>
internal static class RowName
{
    public static string Of(DraftText text) =>
        text.Code.Length > 0 ? text.Code : text.Title.Length == 0 ? "dòng chưa có tên" : text.Title.Length <= 40 ? text.Title : text.Title[..40] + "…";
}
