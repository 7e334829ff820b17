using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.Core.Text;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>A comparison of two texts as HTML: what was taken away struck out, what was added underlined, not a blank more or less.</summary>
internal static class WordRuns
{
    public static IHtmlContent Of(string older, string newer)
    {
        var html = new HtmlContentBuilder();
        foreach (var run in WordDiff.Between(older, newer))
        {
            if (run.Change == TextChange.Kept)
            {
                html.Append(run.Text);
                continue;
            }

            var tag = new TagBuilder(run.Change == TextChange.Removed ? "del" : "ins");
            tag.InnerHtml.Append(run.Text);
            html.AppendHtml(tag);
        }

        return html;
    }
}
