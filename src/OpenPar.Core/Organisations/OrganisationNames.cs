using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations;

/// <summary>The words for kinds of agencies and kinds of succession.</summary>
public static class OrganisationNames
{
    /// <summary>A kind of agency.</summary>
    public static LocalText Of(AgencyKind kind) => kind switch
    {
        AgencyKind.Province => new LocalText("UBND cấp tỉnh", "People's committee of the province"),
        AgencyKind.Office => new LocalText("Văn phòng", "Office"),
        AgencyKind.Department => new LocalText("Sở, ban, ngành", "Department"),
        AgencyKind.Local => new LocalText("UBND cấp xã, cấp huyện", "Local government"),
        AgencyKind.Central => new LocalText("Cơ quan trung ương đóng tại tỉnh", "Central agency in the province"),
        AgencyKind.ServiceUnit => new LocalText("Đơn vị sự nghiệp", "Public service unit"),
        AgencyKind.Class => new LocalText("Nhóm cơ quan", "Class of agencies"),
        _ => new LocalText("Cơ quan khác", "Other"),
    };

    /// <summary>What happened between two agencies, as seen from the earlier one.</summary>
    public static LocalText Of(SuccessionKind kind) => kind switch
    {
        SuccessionKind.Merge => new LocalText("hợp nhất, sáp nhập", "merged"),
        SuccessionKind.Split => new LocalText("chia, tách", "split"),
        SuccessionKind.Rename => new LocalText("đổi tên", "renamed"),
        _ => new LocalText("chuyển nhiệm vụ", "duty transferred"),
    };
}
