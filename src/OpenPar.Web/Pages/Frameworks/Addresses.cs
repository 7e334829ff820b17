using System.Globalization;
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

    public static string Target(FrameworkId id, CriterionCode code, int year) => string.Create(CultureInfo.InvariantCulture, $"/assignments/{id}/{code}/target?year={year}");

    public static string Review(ImportId id) => $"/assignments/imports/{id.Value}";

    public static string Review(ImportId id, CriterionCode row) => $"/assignments/imports/{id.Value}/rows/{row}";

    public static string Picture(ImportId id, int page) => string.Create(CultureInfo.InvariantCulture, $"/assignments/imports/{id.Value}/pages/{page}");

    public static string Compare(ImportId left, ImportId right) => $"/assignments/compare?left={left.Value}&right={right.Value}";

    public static string Mapping(FrameworkId from, FrameworkId to) => $"/frameworks/mapping?{Pair(from, to)}";

    public static string Diff(FrameworkId from, FrameworkId to) => $"/frameworks/diff?{Pair(from, to)}";

    public static string CarryOver(FrameworkId from, FrameworkId to, DateOnly day) =>
        $"/assignments/carry-over?{Pair(from, to)}&day={day:yyyy-MM-dd}";

    private static string Pair(FrameworkId from, FrameworkId to) => $"from={Uri.EscapeDataString(from.ToString())}&to={Uri.EscapeDataString(to.ToString())}";
}
