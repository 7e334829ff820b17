using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OpenPar.Browser.Tests.Support;

/// <summary>The accessibility rules of WCAG 2.2 A and AA with axe's best practices, checked on the page as it is.</summary>
public static class Axe
{
    private const int Shown = 3;

    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = new HashSet<ResultType> { ResultType.Violations },
    };

    /// <summary>One line a fault: rule, element, what to do.</summary>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        // axe scrolls elements about and leaves empty style attributes behind; the page would be blamed for them when it copies one.
        await page.EvaluateAsync("for (const e of document.querySelectorAll('[style=\"\"]')) e.removeAttribute('style')");
        return result.Violations.SelectMany(Lines);
    }

    // A fault of a table is the same in each of its hundred rows.
    private static IEnumerable<string> Lines(AxeResultItem fault)
    {
        foreach (var node in fault.Nodes.Take(Shown)) yield return $"axe {fault.Id} ({fault.Impact}): {node.Target} — {Advice(node)}\n    {Short(node.Html)}";
        if (fault.Nodes.Length > Shown) yield return $"axe {fault.Id}: {fault.Nodes.Length - Shown} more like these";
    }

    private static string Advice(AxeResultNode node) => string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(c => c.Message));

    private static string Short(string html) => html.Length > 200 ? html[..200] + "…" : html;
}
