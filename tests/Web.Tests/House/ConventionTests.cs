using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Tests.House;

/// <summary>The rules of the house, read from the assemblies.</summary>
public sealed class ConventionTests
{
    private static readonly Assembly Core = typeof(Framework).Assembly;

    private static readonly Assembly App = typeof(AppServices).Assembly;

    private static readonly Assembly Web = typeof(OpenParSite).Assembly;

    [Fact]
    public void Core_depends_on_nothing_but_the_runtime()
    {
        var outside = Core.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n is not ("netstandard" or "mscorlib")).ToList();

        Assert.Empty(outside);
    }

    [Fact]
    public void Core_reads_no_clock_no_file_and_no_network()
    {
        var forbidden = Core.GetReferencedAssemblies().Select(a => a.Name)
            .Where(n => n is "System.Net.Http" or "System.IO.FileSystem" or "System.Data.Common" or "System.Diagnostics.Process").ToList();

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Every_page_has_the_name_of_a_use_case()
    {
        // Pages that only choose how the screen looks, or say what went wrong, have nothing to do in the application.
        string[] ofTheScreen = ["SetLanguage", "SetTheme", "Status", "OpenFile", "DescribeUpload", "ShowPage"];
        var useCases = App.GetTypes().Where(AppServices.IsUseCase).Select(t => t.DeclaringType!.Name).ToHashSet();
        var pages = Web.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract).Select(t => t.Name[..^"Model".Length]).ToList();

        Assert.True(pages.Count > 20);
        Assert.Equal([], pages.Where(p => !useCases.Contains(p) && !ofTheScreen.Contains(p)).Order());
    }

    [Fact]
    public void Names_say_what_things_are()
    {
        string[] empty = ["Manager", "Helper", "Util", "Utils", "Base", "Impl", "Dto"];
        var named = new[] { Core, App, Web }.SelectMany(a => a.GetTypes()).Where(t => t.Namespace?.StartsWith("OpenPar", StringComparison.Ordinal) == true)
            .Select(t => t.Name).Where(n => empty.Any(e => n.EndsWith(e, StringComparison.Ordinal) && !n.EndsWith("TagHelper", StringComparison.Ordinal))).ToList();

        Assert.Empty(named);
    }
}
