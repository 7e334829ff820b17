namespace OpenPar.Core.Rules.Feel;

/// <summary>Contexts (DMN 1.5, 10.3.4.7).</summary>
internal static class ContextFunctions
{
    public static IEnumerable<Builtin> All() =>
    [
        new("get value",
            new Signature("m: context, key: string", call => call.Context(0).GetValueOrDefault(call.Text(1))),
            new Signature("m: context, keys: list", call => Deep(call.Context(0), call.List(1)))),
        new("get entries", new Signature("m: context -> list", call => new FeelList(call.Context(0).Select(entry => Context(("key", entry.Key), ("value", entry.Value)))))),
        new("context", new Signature("entries: list -> context", call => OfEntries(call.List(0)))),
        new("context put",
            new Signature("context: context, key: string, value: Any -> context", call => Put(call.Context(0), call.Text(1), call[2])),
            new Signature("context: context, keys: list, value: Any -> context", call => Put(call.Context(0), call.List(1), 0, call[2]))),
        new("context merge", new Signature("contexts: list -> context", call => Merge(call.List(0)))),
    ];

    private static FeelContext Context(params (string Name, object? Value)[] entries) =>
        new(entries.Select(entry => new KeyValuePair<string, object?>(entry.Name, entry.Value)));

    private static object? Deep(FeelContext context, FeelList keys)
    {
        object? value = context;
        foreach (var key in keys)
        {
            if (value is not FeelContext inner || key is not string name || !inner.TryGetValue(name, out value)) return null;
        }

        return keys.Count == 0 ? null : value;
    }

    private static FeelContext? OfEntries(FeelList entries)
    {
        var made = new Dictionary<string, object?>(StringComparer.Ordinal);
        var ordered = new List<KeyValuePair<string, object?>>();
        foreach (var item in entries)
        {
            if (item is not FeelContext entry || !entry.TryGetValue("key", out var key) || key is not string name) return null;
            if (!entry.TryGetValue("value", out var value) || !made.TryAdd(name, value)) return null;
            ordered.Add(new(name, value));
        }

        return new FeelContext(ordered);
    }

    private static FeelContext Put(FeelContext context, string key, object? value) => new([.. context, new(key, value)]);

    private static FeelContext? Put(FeelContext context, FeelList keys, int at, object? value)
    {
        if (at >= keys.Count || keys[at] is not string key) return null;
        if (at == keys.Count - 1) return Put(context, key, value);
        var inner = context.GetValueOrDefault(key);
        if (inner is not (null or FeelContext)) return null;
        return Put(inner as FeelContext ?? FeelContext.Empty, keys, at + 1, value) is { } changed ? Put(context, key, changed) : null;
    }

    private static FeelContext? Merge(FeelList contexts) =>
        contexts.All(item => item is FeelContext) ? new FeelContext(contexts.SelectMany(item => (FeelContext)item!)) : null;
}
