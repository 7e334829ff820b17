using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations.Reorganising.Revoking;

/// <summary>A plan of taking back while it is made.</summary>
internal sealed record RevocationWork(
    Reorganisation Asked, IReadOnlyList<ReorganisationStep> Done, ReorganisationState Before, ReorganisationTrace Trace, RevocationState Now)
{
    public List<ReorganisationStep> Steps { get; } = [];

    public List<LocalText> Obstacles { get; } = [];

    public List<LocalText> Kept { get; } = [];

    /// <summary>The agencies that began with it and are no more when it is taken back.</summary>
    public IReadOnlyList<AgencyId> Began { get; } = [.. Done.OfType<OpenAgency>().Select(o => o.Agency)];

    public void InTheWay(string vi, string en) => Obstacles.Add(new LocalText(vi, en));

    public void Keep(string vi, string en) => Kept.Add(new LocalText(vi, en));

    public string NameOf(AgencyId id) => Now.NameOf(id);

    public string NamesOf(IEnumerable<AgencyId> ids) => string.Join(", ", ids.Select(NameOf));

    /// <summary>Later reorganisations, ended rounds, and whatever names an agency that began.</summary>
    public void AddBuiltSince()
    {
        Obstacles.AddRange(Now.Later);
        foreach (var round in Now.Rounds.Where(r => r.State is RoundState.Closed or RoundState.Approved or RoundState.Published))
        {
            InTheWay($"Kỳ “{round.Title}” đang ở trạng thái “{RowStateNames.Of(round.State).Vi}”. Mở lại kỳ theo quyết định rồi thu hồi, hoặc lập phương án sắp xếp khác.",
                $"Round “{round.Title}” is “{RowStateNames.Of(round.State).En}”. Reopen it by decision first, or plan another reorganisation.");
        }

        Obstacles.AddRange(Now.Uses.Select(u => u.Text));
    }
}
