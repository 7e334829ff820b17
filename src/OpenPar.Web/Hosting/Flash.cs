using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace OpenPar.Web.Hosting;

/// <summary>A sentence for the next page of the same person: what was done and, where it can be undone, how.</summary>
/// <param name="Kind">success, info, warning or danger.</param>
/// <param name="Text">The sentence, in the language of the screen.</param>
public sealed record Flash(string Kind, string Text)
{
    private const string Key = "flash";

    // They travel in a cookie, which a person who opens no page in between would fill until the server takes it no more.
    private const int Most = 5;

    /// <summary>Leaves the sentence for the next page.</summary>
    public static void Add(ITempDataDictionary tempData, string kind, string text)
    {
        var all = Read(tempData.Peek(Key));
        tempData[Key] = JsonSerializer.Serialize<Flash[]>([.. all.TakeLast(Most - 1), new Flash(kind, text)]);
    }

    /// <summary>Takes all sentences; they are shown once.</summary>
    public static IReadOnlyList<Flash> Take(ITempDataDictionary tempData) => Read(tempData[Key]);

    private static Flash[] Read(object? stored) => stored is string json ? JsonSerializer.Deserialize<Flash[]>(json) ?? [] : [];
}
