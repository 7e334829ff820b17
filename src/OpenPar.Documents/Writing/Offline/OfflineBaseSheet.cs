using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Documents.Writing.Xlsx;

namespace OpenPar.Documents.Writing.Offline;

/// <summary>
/// The hidden sheet: identity, versions and texts as taken out, with a checksum. A text is written as a JSON string, in pieces, so that
/// no program that saves the file changes a blank or a line break of it.
/// </summary>
internal static class OfflineCopySheet
{
    private const int Piece = 15_000;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The sheet.</summary>
    public static Sheet Build(OfflineCopy kept)
    {
        var lines = Lines(kept).ToList();
        lines.Insert(0, [OfflineFormat.Mark, OfflineFormat.Version, Seal(lines)]);
        return new Sheet(OfflineFormat.Base, [14, 40, 40], [.. lines.Select(line => new Row([.. line.Select(text => Cell.Of(text, default))]))]) { Hidden = true, Protected = true };
    }

    /// <summary>Checksum of the lines below the first.</summary>
    public static string Seal(IEnumerable<string[]> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line => string.Join('\t', line))))));

    /// <summary>What the lines below the first say; null when they are not as they were written.</summary>
    public static OfflineCopy? Read(IReadOnlyList<string[]> lines)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        var versions = new Dictionary<CriterionCode, OfflineVersion>();
        var texts = new Dictionary<OfflineKey, string>();
        foreach (var line in lines)
        {
            var read = line switch
            {
                ["row", var code, var id, var version] => CriterionCode.TryParse(Text(code), out var row) && uint.TryParse(Text(version), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && Text(id) is { } text && versions.TryAdd(row, new OfflineVersion(text, number)),
                ["text", var name, .. var pieces] => OfflineKey.TryParse(Text(name), out var key) && Joined(pieces) is { } text && texts.TryAdd(key, text),
                [var name, var value] => Text(value) is { } text && facts.TryAdd(name, text),
                _ => false,
            };
            if (!read) return null;
        }

        return FrameworkId.TryParse(facts.GetValueOrDefault("framework"), out var framework)
            && int.TryParse(facts.GetValueOrDefault("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && DateTimeOffset.TryParseExact(facts.GetValueOrDefault("takenAt"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var taken)
            && facts.GetValueOrDefault("sheet") is { } sheet && facts.GetValueOrDefault("round") is { } round && facts.GetValueOrDefault("unit") is { } unit
            ? new OfflineCopy { SheetId = sheet, Round = round, Year = year, Unit = unit, Framework = framework, TakenAt = taken, Versions = versions, Texts = texts }
            : null;
    }

    private static IEnumerable<string[]> Lines(OfflineCopy kept)
    {
        yield return ["sheet", Quoted(OfflineText.Plain(kept.SheetId))];
        yield return ["framework", Quoted(kept.Framework.ToString())];
        yield return ["year", Quoted(kept.Year.ToString(CultureInfo.InvariantCulture))];
        yield return ["round", Quoted(OfflineText.Plain(kept.Round))];
        yield return ["unit", Quoted(OfflineText.Plain(kept.Unit))];
        yield return ["takenAt", Quoted(kept.TakenAt.ToString("O", CultureInfo.InvariantCulture))];
        foreach (var (code, version) in kept.Versions.OrderBy(pair => pair.Key))
            yield return ["row", Quoted(code.ToString()), Quoted(version.RowId), Quoted(version.Version.ToString(CultureInfo.InvariantCulture))];
        foreach (var (key, text) in kept.Texts) yield return ["text", Quoted(key.ToString()), .. Pieces(text).Select(Quoted)];
    }

    private static IEnumerable<string> Pieces(string text)
    {
        for (var at = 0; at < text.Length || at == 0;)
        {
            var end = Math.Min(at + Piece, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
            yield return text[at..end];
            if (end == text.Length) yield break;
            at = end;
        }
    }

    private static string? Joined(string[] pieces)
    {
        var texts = pieces.Select(Text).ToList();
        return texts.Contains(null) ? null : string.Concat(texts);
    }

    // "_x" begins an escape of the file format.
    private static string Quoted(string text) =>
        JsonSerializer.Serialize(text, Json).Replace("_x", "_\\u0078", StringComparison.Ordinal);

    private static string? Text(string quoted)
    {
        if (quoted.Length < 2 || quoted[0] != '"') return null;
        try
        {
            return JsonSerializer.Deserialize<string>(quoted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
