using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence;

/// <summary>The name a file is shown and downloaded under. It is never used as a path: bytes lie under their hash.</summary>
public static class SafeFileName
{
    private const int Longest = 150;

    /// <summary>The last part of the name without control and path characters, shortened in the middle of nothing but its stem.</summary>
    public static string Of(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = VietnameseText.Clean(new string([.. last.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))])).Trim('.', ' ');
        if (clean.Length == 0) return "tai-lieu";
        if (clean.Length <= Longest) return clean;
        var extension = Path.GetExtension(clean);
        if (extension.Length > 10) extension = "";
        return clean[..(Longest - extension.Length)] + extension;
    }
}
