namespace OpenPar.Core.Rules.Feel;

/// <summary>Lists (DMN 1.5, 10.3.4.4). Positions count from 1, or from the end when negative.</summary>
internal static class ListFunctions
{
    public static IEnumerable<Builtin> All() =>
    [
        new("list contains", new Signature("list: list, element: Any -> boolean", call => FeelTernary.Box(call.List(0).Contains(call[1], FeelEquality.Instance)))),
        new("count", new Signature("list: list -> number", call => (FeelNumber)call.List(0).Count)),
        new("sublist", new Signature("list: list, start position: number, length?: number -> list", Sublist)),
        new("append", new Signature("list: list, item...: Any -> list", call => new FeelList(call.List(0).Concat(call.All().Skip(1))))),
        new("concatenate", new Signature("list...: list -> list", call => Joined(call))),
        new("insert before", new Signature("list: list, position: number, newItem: Any -> list", InsertBefore)),
        new("remove", new Signature("list: list, position: number -> list", Remove)),
        new("list replace",
            new Signature("list: list, position: number, newItem: Any -> list", ReplaceAt),
            new Signature("list: list, match: function, newItem: Any -> list", ReplaceWhere)),
        new("reverse", new Signature("list: list -> list", call => new FeelList(call.List(0).Reverse()))),
        new("index of", new Signature("list: list, match: Any -> list", call => new FeelList(IndexOf(call.List(0), call[1])))),
        new("union", new Signature("list...: list -> list", call => new FeelList(Joined(call).Distinct(FeelEquality.Instance)))),
        new("distinct values", new Signature("list: list -> list", call => new FeelList(call.List(0).Distinct(FeelEquality.Instance)))),
        new("flatten", new Signature("list: list -> list", call => new FeelList(Flat(call.List(0), call.Run)))),
        new("sort",
            new Signature("list: list, precedes: function -> list", call => Sorting.By(call.List(0), (FeelFunction)call[1]!, call.Run)),
            new Signature("list: list -> list", call => Sorting.ByOrder(call.List(0)))),
    ];

    /// <summary>The index from 0 that a position means in a list of that size; null when there is none.</summary>
    private static int? Index(CallArguments call, int at, int count)
    {
        if (call.Whole(at) is not { } position || position == 0) return null;
        var index = position > 0 ? position - 1 : count + position;
        return index >= 0 && index < count ? index : null;
    }

    private static FeelList? Sublist(CallArguments call)
    {
        var list = call.List(0);
        if (Index(call, 1, list.Count) is not { } from) return null;
        if (!call.Has(2)) return new FeelList(list.Skip(from));
        return call.Whole(2) is { } length && length >= 1 && length <= list.Count - from ? new FeelList(list.Skip(from).Take(length)) : null;
    }

    private static FeelList Joined(CallArguments call)
    {
        var items = new List<object?>();
        for (var i = 0; i < call.Count; i++)
        {
            call.Run.CheckList(items.Count + call.List(i).Count);
            items.AddRange(call.List(i));
        }

        return new FeelList(items);
    }

    private static FeelList? InsertBefore(CallArguments call)
    {
        var list = call.List(0);
        if (Index(call, 1, list.Count) is not { } at) return null;
        return new FeelList([.. list.Take(at), call[2], .. list.Skip(at)]);
    }

    private static FeelList? Remove(CallArguments call)
    {
        var list = call.List(0);
        return Index(call, 1, list.Count) is { } at ? new FeelList([.. list.Take(at), .. list.Skip(at + 1)]) : null;
    }

    private static FeelList? ReplaceAt(CallArguments call)
    {
        var list = call.List(0);
        return Index(call, 1, list.Count) is { } at ? new FeelList([.. list.Take(at), call[2], .. list.Skip(at + 1)]) : null;
    }

    private static FeelList? ReplaceWhere(CallArguments call)
    {
        var (items, match) = (call.List(0).ToArray(), (FeelFunction)call[1]!);
        if (match.Parameters.Count != 2) return null;
        for (var i = 0; i < items.Length; i++)
        {
            if (match.Call([items[i], call[2]], call.Run) is not bool matched) return null;
            if (matched) items[i] = call[2];
        }

        return FeelList.Over(items);
    }

    private static IEnumerable<object?> IndexOf(FeelList list, object? wanted)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (FeelComparison.AreEqual(list[i], wanted) == true) yield return (FeelNumber)(i + 1);
        }
    }

    private static List<object?> Flat(FeelList list, FeelRun run)
    {
        var flat = new List<object?>();
        Add(list);
        return flat;

        void Add(FeelList inner)
        {
            run.Steps(inner.Count);
            foreach (var item in inner)
            {
                if (item is FeelList deeper) Add(deeper);
                else flat.Add(item);
            }

            run.CheckList(flat.Count);
        }
    }
}
