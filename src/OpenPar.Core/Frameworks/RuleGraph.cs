using OpenPar.Core.Findings;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Frameworks;

/// <summary>
/// Which leaf of a framework takes figures or points from which other leaf. Rows are computed in <see cref="Order"/>; what hangs on
/// one changed row is <see cref="After"/>. Figures of other years and of other indices come from outside and order nothing.
/// </summary>
public sealed class RuleGraph
{
    private readonly Dictionary<CriterionCode, List<CriterionCode>> users = [];

    private RuleGraph(IReadOnlyList<CriterionCode> order, IReadOnlyList<Finding> findings) => (Order, Findings) = (order, findings);

    /// <summary>The leaves so that each stands after all it takes from; leaves of a cycle stand last, in order of their codes.</summary>
    public IReadOnlyList<CriterionCode> Order { get; }

    /// <summary>Origins that do not exist and leaves that wait for each other.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Reads the origins of all facts of a framework.</summary>
    public static RuleGraph Of(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var findings = new List<Finding>();
        var takes = framework.Leaves.ToDictionary(leaf => leaf.Code, leaf => Takes(leaf, framework, findings).Distinct().ToList());
        var order = new List<CriterionCode>();
        var open = takes.ToDictionary(t => t.Key, t => t.Value.Count);
        var users = takes.SelectMany(t => t.Value.Select(from => (from, t.Key))).ToLookup(p => p.from, p => p.Key);
        var ready = new SortedSet<CriterionCode>(open.Where(o => o.Value == 0).Select(o => o.Key));
        while (ready.Count > 0)
        {
            var next = ready.Min;
            ready.Remove(next);
            order.Add(next);
            foreach (var user in users[next])
            {
                if (--open[user] == 0) ready.Add(user);
            }
        }

        var waiting = framework.Leaves.Select(l => l.Code).Except(order).ToList();
        foreach (var code in waiting.Where(c => Reaches(c, c, takes)))
        {
            var others = string.Join(", ", takes[code]);
            findings.Add(Finding.Error(code.ToString(), new($"Quy tắc lấy số liệu vòng tròn: {code} cần {others}, và {others} lại cần {code}.", $"The rules wait for each other: {code} needs {others}, which needs {code}."), new("Bỏ một “from” trong vòng.", "Remove one “from” of the circle.")));
        }

        var graph = new RuleGraph([.. order, .. waiting], findings);
        foreach (var pair in users) graph.users[pair.Key] = [.. pair];
        return graph;
    }

    /// <summary>The leaves to compute again after one leaf changed: itself and everything that hangs on it, in order.</summary>
    public IReadOnlyList<CriterionCode> After(CriterionCode changed)
    {
        var touched = new HashSet<CriterionCode> { changed };
        var next = new Queue<CriterionCode>(touched);
        while (next.TryDequeue(out var code))
        {
            foreach (var user in users.GetValueOrDefault(code) ?? [])
            {
                if (touched.Add(user)) next.Enqueue(user);
            }
        }

        return touched.Count == 1 ? [changed] : [.. Order.Where(touched.Contains)];
    }

    private static IEnumerable<CriterionCode> Takes(Criterion leaf, Framework framework, List<Finding> findings)
    {
        foreach (var fact in leaf.Rule?.Needs ?? [])
        {
            if (fact.From is not { } origin || fact.Provenance is FactProvenance.PreviousYear or FactProvenance.BaseYear) continue;
            if (!CriterionCode.TryParse(origin.Row, out var code) || !framework.IsLeaf(code))
                findings.Add(Finding.Error(leaf.Code.ToString(), new($"Số liệu “{fact.Name}” lấy từ dòng {origin.Row}, không phải tiêu chí chấm điểm của bộ chỉ số.", $"The figure “{fact.Name}” comes from {origin.Row}, which is no leaf of the framework."), new("Sửa “from.row”.", "Mend “from.row”.")));
            else if (origin.Fact is { } name && framework.Find(code)!.Rule?.Needs.FirstOrDefault(f => f.Name == name) is var other && (other is null || other.Type != fact.Type))
                findings.Add(Finding.Error(leaf.Code.ToString(), new($"Số liệu “{fact.Name}” lấy “{name}” của dòng {origin.Row}: không có hoặc khác kiểu.", $"The figure “{fact.Name}” takes “{name}” of {origin.Row}, which is missing or of another type."), new("Sửa “from.fact” hoặc kiểu số liệu.", "Mend “from.fact” or the type.")));
            else
                yield return code;
        }
    }

    private static bool Reaches(CriterionCode from, CriterionCode to, Dictionary<CriterionCode, List<CriterionCode>> takes)
    {
        var seen = new HashSet<CriterionCode>();
        var next = new Queue<CriterionCode>(takes[from]);
        while (next.TryDequeue(out var code))
        {
            if (code == to) return true;
            if (seen.Add(code)) foreach (var more in takes[code]) next.Enqueue(more);
        }

        return false;
    }
}
