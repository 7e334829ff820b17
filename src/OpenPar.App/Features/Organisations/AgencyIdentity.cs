using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations;

/// <summary>Makes the identity of an agency from its name, once.</summary>
internal static class AgencyIdentity
{
    /// <summary>"Sở Nội vụ" → so-noi-vu; so-noi-vu-2 when that is taken by an agency of another time.</summary>
    public static AgencyId Of(string name, IReadOnlySet<AgencyId> taken)
    {
        var words = new string([.. VietnameseText.Fold(name).Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        if (slug.Length > 70) slug = slug[..70].TrimEnd('-');
        if (slug.Length == 0) slug = "co-quan";
        for (var number = 1; ; number++)
        {
            var id = AgencyId.Parse(number == 1 ? slug : $"{slug}-{number}");
            if (!taken.Contains(id)) return id;
        }
    }
}
