using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations.Reorganising.Revoking;

/// <summary>What happens to the register when a reorganisation is taken back.</summary>
internal static class RegisterReturn
{
    public static void Add(RevocationWork work)
    {
        var now = work.Now.Agencies.ToDictionary(a => a.Id);
        var before = work.Before.Agencies.ToDictionary(a => a.Id);
        foreach (var step in work.Done)
        {
            switch (step)
            {
                case CloseAgency close when now[close.Agency].ValidTo == close.LastDay:
                    work.Steps.Add(new ResumeAgency(close.Agency, before[close.Agency].ValidTo));
                    break;
                case CloseAgency close:
                    Changed(work, close.Agency, $"ngày kết thúc thành {close.LastDay:dd/MM/yyyy}", $"its last day to {close.LastDay:dd/MM/yyyy}");
                    break;
                case OpenAgency open:
                    work.Steps.Add(new VoidAgency(open.Agency, work.Asked.Sources));
                    break;
                case RenameAgency rename when now[rename.Agency].Name == rename.Name:
                    var known = before[rename.Agency].Aliases.Any(a => VietnameseText.Fold(a) == VietnameseText.Fold(rename.Former));
                    work.Steps.Add(new RestoreName(rename.Agency, rename.Name, rename.Former, rename.LastDay, known));
                    break;
                case RenameAgency rename:
                    Changed(work, rename.Agency, $"tên thành “{rename.Name}”", $"its name to “{rename.Name}”");
                    break;
                case LinkAgencies link when work.Now.Links.Any(l => l.Predecessor == link.Predecessor && l.Successor == link.Successor):
                    work.Steps.Add(new UnlinkAgencies(link.Predecessor, link.Successor));
                    break;
            }
        }
    }

    private static void Changed(RevocationWork work, AgencyId agency, string vi, string en) => work.InTheWay(
        $"Danh mục cơ quan: {work.NameOf(agency)} đã được sửa sau khi sắp xếp. Sửa lại {vi} rồi thu hồi.",
        $"Register: {work.NameOf(agency)} was edited since. Set {en} again, then take back.");
}
