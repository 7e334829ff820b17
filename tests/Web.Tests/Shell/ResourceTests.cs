using System.Globalization;
using System.Resources;
using OpenPar.Web.Components;

namespace OpenPar.Web.Tests.Shell;

public sealed class ResourceTests
{
    private static Dictionary<string, string> Texts(string culture)
    {
        var manager = new ResourceManager("OpenPar.Web.Resources.Shell", typeof(Web.Shell).Assembly);
        using var set = manager.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!;
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
    }

    [Fact]
    public void Both_languages_have_the_same_keys_and_placeholders()
    {
        var (vi, en) = (Texts(""), Texts("en"));

        Assert.Equal(vi.Keys.Order(StringComparer.Ordinal), en.Keys.Order(StringComparer.Ordinal));
        Assert.All(vi, text => Assert.Equal(text.Value.Contains("{0}", StringComparison.Ordinal), en[text.Key].Contains("{0}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Vietnamese_texts_are_composed() =>
        Assert.All(Texts(""), text => Assert.True(text.Value.IsNormalized(System.Text.NormalizationForm.FormC), text.Key));

    [Fact]
    public void Every_step_kind_and_icon_can_be_shown()
    {
        var texts = Texts("");
        Assert.All(Enum.GetNames<Core.Rules.StepKind>(), name => Assert.Contains("Step" + name, texts.Keys));
        Assert.All(Icons.Names, name => Assert.NotNull(Icons.Draw(name)));
    }
}
