using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations;

/// <summary>The spellings under which one name of an agency is written.</summary>
internal static class AgencySpelling
{
    // Abbreviations of the language of administration; each stands for one thing only.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["vp"] = "van phong",
        ["ubnd"] = "uy ban nhan dan",
        ["hdnd"] = "hoi dong nhan dan",
        ["dbqh"] = "dai bieu quoc hoi",
        ["ubmttq"] = "uy ban mat tran to quoc",
        ["bhxh"] = "bao hiem xa hoi",
        ["kbnn"] = "kho bac nha nuoc",
        ["nhnn"] = "ngan hang nha nuoc",
        ["bql"] = "ban quan ly",
        ["kcn"] = "khu cong nghiep",
        ["kkt"] = "khu kinh te",
        ["tp"] = "thanh pho",
    };

    // First words that stay whole in an abbreviation: "Sở KH&ĐT".
    private static readonly string[] Heads = ["so", "ban", "chi cuc", "cuc", "truong"];

    /// <summary>Folded words with the common abbreviations written out; empty for an empty name.</summary>
    public static string Key(string? name) =>
        string.Join(' ', Tokens(name).Select(word => Words.GetValueOrDefault(word, word)));

    /// <summary>A key without blanks.</summary>
    public static string Compact(string key) => key.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>"so khdt" and "skhdt" for "Sở Kế hoạch và Đầu tư", without blanks.</summary>
    public static IEnumerable<string> Abbreviations(string name)
    {
        var key = Key(name);
        foreach (var head in Heads)
        {
            if (!key.StartsWith(head + " ", StringComparison.Ordinal)) continue;
            var letters = Initials(key[(head.Length + 1)..]);
            if (letters.Length < 2) yield break;
            yield return Compact(head) + letters;
            yield return Initials(head) + letters;
            yield break;
        }
    }

    private static string[] Tokens(string? name) =>
        VietnameseText.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Initials(string words) =>
        string.Concat(words.Split(' ').Where(word => word is not ("va" or "cac")).Select(word => word[0]));
}
