using OpenPar.App.Data.Model;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

/// <summary>Addresses of the editor, so that links cannot drift from routes.</summary>
internal static class DraftAddresses
{
    public const string All = "/frameworks/drafts";

    public static string Of(DraftId id) => $"{All}/{id.Value}";

    public static string Of(DraftId id, int? row) => row is { } number ? $"{Of(id)}?row={number}" : Of(id);

    public static string Row(DraftId id, int row, string act) => $"{Of(id)}/rows/{row}/{act}";
}
