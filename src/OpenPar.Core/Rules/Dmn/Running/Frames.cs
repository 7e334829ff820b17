using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>The names a node sees, as a frame of values: what is seen through an import stands in a context of the import's name.</summary>
internal static class Frames
{
    /// <summary>A frame of the given nodes.</summary>
    public static Dictionary<string, object?> Of(IReadOnlyList<Sight> sights, Func<Node, object?> value)
    {
        var frame = new Dictionary<string, object?>(StringComparer.Ordinal);
        Add(frame, sights, value);
        return frame;
    }

    /// <summary>Adds the given nodes to a frame.</summary>
    public static void Add(Dictionary<string, object?> frame, IReadOnlyList<Sight> sights, Func<Node, object?> value)
    {
        foreach (var (import, node) in sights)
        {
            var entry = KeyValuePair.Create(node.Name, value(node));
            if (import is null) frame[node.Name] = entry.Value;
            else frame[import] = new FeelContext(frame.GetValueOrDefault(import) is FeelContext known ? known.Append(entry) : [entry]);
        }
    }

    /// <summary>The same names for the parser.</summary>
    public static FeelNames Names(FeelNames names, IEnumerable<Sight> sights)
    {
        var all = sights.ToList();
        names = names.With(all.Where(sight => sight.Import is null).Select(sight => KeyValuePair.Create(sight.Node.Name, sight.Node.Type?.Shape)));
        foreach (var import in all.Where(sight => sight.Import is not null).GroupBy(sight => sight.Import!, sight => sight.Node))
            names = names.With(import.Key, new FeelContextType(import.Select(node => KeyValuePair.Create(node.Name, node.Type?.Shape ?? FeelType.Any)).ToList()));
        return names;
    }
}
