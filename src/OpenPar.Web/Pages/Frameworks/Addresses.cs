using OpenPar.App.Data.Model;
using OpenPar.Core.Frameworks;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>Addresses of the pages of this folder, so that links cannot drift from routes.</summary>
internal static class Addresses
{
    public static string Of(FrameworkId id) => $"/frameworks/{id}";

    public static string Of(FrameworkId id, CriterionCode code) => $"/frameworks/{id}/{code}";

    public static string Assignments(FrameworkId id) => $"/assignments/{id}";

    public static string Leads(FrameworkId id, CriterionCode code) => $"/assignments/{id}/{code}";

    public static string Review(ImportId id) => $"/assignments/imports/{id.Value}";

    public static string Compare(ImportId left, ImportId right) => $"/assignments/compare?left={left.Value}&right={right.Value}";

    public static string CarryOver(FrameworkId from, FrameworkId to, DateOnly day) =>
        $"/assignments/carry-over?from={Uri.EscapeDataString(from.ToString())}&to={Uri.EscapeDataString(to.ToString())}&day={day:yyyy-MM-dd}";
}
