using System.Globalization;

namespace OpenPar.Documents.Packs;

/// <summary>
/// Reads the keys of one mapping by their types. Each missing, wrong or unknown key is a finding; reading goes on, so that
/// one pass reports everything.
/// </summary>
internal sealed class YamlFields(YamlMap map, PackFindings findings)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Line of the mapping.</summary>
    public int Line => map.Line;

    /// <summary>The value under a key as it stands; null when absent.</summary>
    public YamlValue? Raw(string key)
    {
        known.Add(key);
        return map[key];
    }

    /// <summary>Line of a key, or of the mapping when the key is absent.</summary>
    public int LineOf(string key) => map.Entries.FirstOrDefault(e => e.Key == key)?.Line ?? map.Line;

    /// <summary>Text, or null when absent.</summary>
    public string? Text(string key)
    {
        var raw = Raw(key);
        if (raw is null) return null;
        if (raw is YamlText text) return text.Text;
        Wrong(raw.Line, key, "một đoạn chữ", "text");
        return null;
    }

    /// <summary>Text that must be there.</summary>
    public string Required(string key)
    {
        var text = Text(key);
        if (string.IsNullOrWhiteSpace(text) && map[key] is null or YamlText)
            findings.Error(LineOf(key), $"Thiếu “{key}”.", $"“{key}” is missing.", $"Thêm khóa {key}.", $"Add the key {key}.");
        return text ?? string.Empty;
    }

    /// <summary>A decimal number written with a point, or null.</summary>
    public decimal? Number(string key)
    {
        var raw = Raw(key);
        if (raw is null) return null;
        if (raw is YamlText { Plain: true } text && YamlJson.IsNumber(text.Text) &&
            decimal.TryParse(text.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return value;
        Wrong(raw.Line, key, "một số, dấu thập phân là dấu chấm (0.5)", "a number with a decimal point (0.5)");
        return null;
    }

    /// <summary>A whole number, or null.</summary>
    public int? Whole(string key)
    {
        if (Number(key) is not { } number) return null;
        if (number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue) return (int)number;
        Wrong(LineOf(key), key, "một số nguyên", "a whole number");
        return null;
    }

    /// <summary>A day written 2025-10-15, or null.</summary>
    public DateOnly? Day(string key)
    {
        var text = Text(key);
        if (text is null) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Wrong(LineOf(key), key, "một ngày dạng 2025-10-15", "a day such as 2025-10-15");
        return null;
    }

    /// <summary>One of the names of an enumeration in camelCase; the default when absent.</summary>
    public T Name<T>(string key, T missing)
        where T : struct, Enum
    {
        var text = Text(key);
        if (text is null) return missing;
        foreach (var value in Enum.GetValues<T>())
        {
            if (YamlJson.Camel(value) == text) return value;
        }

        var names = string.Join(", ", Enum.GetValues<T>().Select(YamlJson.Camel));
        Wrong(LineOf(key), key, $"một trong: {names}", $"one of: {names}");
        return missing;
    }

    /// <summary>A list of texts; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var raw = Raw(key);
        if (raw is null) return [];
        if (raw is YamlList list && list.Items.All(i => i is YamlText { IsNull: false }))
            return [.. list.Items.Cast<YamlText>().Select(t => t.Text)];
        Wrong(raw.Line, key, "một danh sách các đoạn chữ", "a list of texts");
        return [];
    }

    /// <summary>The mappings of a list; empty when absent.</summary>
    public IReadOnlyList<YamlFields> Maps(string key)
    {
        var raw = Raw(key);
        if (raw is null) return [];
        if (raw is YamlList list && list.Items.All(i => i is YamlMap))
            return [.. list.Items.Cast<YamlMap>().Select(m => new YamlFields(m, findings))];
        Wrong(raw.Line, key, "một danh sách các mục có khóa", "a list of mappings");
        return [];
    }

    /// <summary>A mapping, or null.</summary>
    public YamlFields? Map(string key)
    {
        var raw = Raw(key);
        if (raw is null) return null;
        if (raw is YamlMap inner) return new YamlFields(inner, findings);
        Wrong(raw.Line, key, "một mục có khóa", "a mapping");
        return null;
    }

    /// <summary>Reports every key that nobody asked for. Call last.</summary>
    public void Finish()
    {
        foreach (var entry in map.Entries.Where(e => !known.Contains(e.Key)))
        {
            findings.Error(entry.Line, $"Không có khóa “{entry.Key}” trong định dạng này.", $"The format has no key “{entry.Key}”.",
                $"Bỏ khóa này hoặc sửa tên; các khóa dùng được: {string.Join(", ", known)}.", $"Remove or rename it; known keys: {string.Join(", ", known)}.");
        }
    }

    private void Wrong(int line, string key, string vi, string en) =>
        findings.Error(line, $"“{key}” phải là {vi}.", $"“{key}” must be {en}.", "Sửa giá trị ở dòng này.", "Mend the value on this line.");
}
