using System.Globalization;
using OpenPar.App.Data.Model;

namespace OpenPar.Web.Pages.Plans;

/// <summary>Addresses of the pages of this folder, so that links cannot drift from routes.</summary>
internal static class Addresses
{
    public static string Of(PlanId plan) => $"/plans/{plan.Value}";

    public static string Row(PlanId plan, PlanRowId row) => $"/plans/{plan.Value}/rows/{row.Value}";

    public static string NewRow(PlanId plan) => $"/plans/{plan.Value}/rows";

    public static string Evidence(PlanId plan, PlanRowId row) => $"/plans/{plan.Value}/rows/{row.Value}/evidence";

    public static string Review(ImportId import) => $"/plans/imports/{import.Value}";

    public static string Review(ImportId import, int row) => string.Create(CultureInfo.InvariantCulture, $"/plans/imports/{import.Value}/rows/{row}");

    public static string Picture(ImportId import, int page) => string.Create(CultureInfo.InvariantCulture, $"/plans/imports/{import.Value}/pages/{page}");
}
