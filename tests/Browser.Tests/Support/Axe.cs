using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace OpenPar.Browser.Tests.Support;

/// <summary>
/// The accessibility rules of WCAG 2.2 A and AA with axe's best practices, checked on the page as it is. The library's own runner opens a
/// second page for every check; here axe runs once, in the page, which has no frames, and only the faults come back.
/// </summary>
public static class Axe
{
    private const int Shown = 3;

    private static readonly string Source = new BundledAxeScriptProvider().GetScript();

    private const string Run = """
        async () => {
          const found = await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            resultTypes: ['violations'],
          });
          // axe scrolls elements about and leaves empty style attributes behind; the page would be blamed for them when it copies one.
          for (const element of document.querySelectorAll('[style=""]')) element.removeAttribute('style');
          return JSON.stringify(found.violations.map(v => ({
            id: v.id, impact: v.impact, count: v.nodes.length, nodes: v.nodes.slice(0, 3).map(n => ({
              target: n.target.join(' '), html: n.html, advice: [...n.any, ...n.all, ...n.none].map(c => c.message).join('; ') })) })));
        }
        """;

    private sealed record Fault(string Id, string? Impact, int Count, IReadOnlyList<FaultyNode> Nodes);

    private sealed record FaultyNode(string Target, string Html, string Advice);

    /// <summary>One line a fault: rule, element, what to do.</summary>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'")) await page.EvaluateAsync(Source);
        var found = await page.EvaluateAsync<string>(Run);
        return JsonSerializer.Deserialize<List<Fault>>(found, JsonSerializerOptions.Web)!.SelectMany(Lines);
    }

    // A fault of a table is the same in each of its hundred rows.
    private static IEnumerable<string> Lines(Fault fault)
    {
        foreach (var node in fault.Nodes) yield return $"axe {fault.Id} ({fault.Impact}): {node.Target} — {node.Advice}\n    {Short(node.Html)}";
        if (fault.Count > Shown) yield return $"axe {fault.Id}: {fault.Count - Shown} more like these";
    }

    private static string Short(string html) => html.Length > 200 ? html[..200] + "…" : html;
}
