using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>
/// Finds requirements that run in circles. A decision on a circle can have no value; functions on a circle may still end,
/// so they are only reported. Works in a loop: chains of requirements may be long.
/// </summary>
internal static class Cycles
{
    /// <summary>Marks the decisions on circles and answers a finding for each circle.</summary>
    public static IEnumerable<Finding> Find(IReadOnlyList<Node> nodes)
    {
        var done = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var onPath = new Dictionary<Node, int>(ReferenceEqualityComparer.Instance);
        foreach (var start in nodes)
        {
            var path = new List<(Node Node, IEnumerator<Node> Next)>();
            Enter(start);
            while (path.Count > 0)
            {
                var (node, next) = path[^1];
                if (!next.MoveNext())
                {
                    path.RemoveAt(path.Count - 1);
                    onPath.Remove(node);
                    done.Add(node);
                }
                else if (onPath.TryGetValue(next.Current, out var at))
                {
                    yield return Report(path.Skip(at).Select(step => step.Node).ToList());
                }
                else
                {
                    Enter(next.Current);
                }
            }

            void Enter(Node node)
            {
                if (done.Contains(node)) return;
                onPath.Add(node, path.Count);
                path.Add((node, Requirements(node).GetEnumerator()));
            }
        }
    }

    // A function that calls itself is ordinary recursion.
    private static IEnumerable<Node> Requirements(Node node) => node switch
    {
        DecisionNode decision => decision.Needs.Select(sight => sight.Node),
        CallableNode function => function.Calls.Select(sight => sight.Node).Where(called => !ReferenceEquals(called, node)),
        _ => [],
    };

    private static Finding Report(List<Node> circle)
    {
        foreach (var decision in circle.OfType<DecisionNode>()) decision.Obstacle = DmnMessages.Cycle(decision.Element.Name);
        var names = string.Join(" → ", circle.Take(10).Append(circle[0]).Select(node => node.Element.Name));
        var message = new LocalText($"Các yêu cầu tạo thành vòng: {names}.", $"Requirements run in a circle: {names}.");
        var where = circle[0].Element.Place.ToString();
        return circle[0] is DecisionNode
            ? Finding.Error(where, message, new LocalText("Bỏ một yêu cầu để không còn vòng.", "Remove one requirement to break the circle."))
            : Finding.Warning(where, message, new LocalText("Kiểm tra rằng lời gọi dừng lại.", "Make sure that the calls come to an end."));
    }
}
