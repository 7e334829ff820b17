using OpenPar.Core.Text;

namespace OpenPar.Core.Accounts;

/// <summary>Roles in words.</summary>
public static class RoleNames
{
    /// <summary>The role as it is shown.</summary>
    public static LocalText NameOf(Role role) => role switch
    {
        Role.Administrator => new LocalText("Quản trị cấp tỉnh", "Province administrator"),
        Role.FocalOfficer => new LocalText("Cán bộ đầu mối", "Focal officer"),
        Role.Appraiser => new LocalText("Thành viên Tổ thẩm định", "Appraiser"),
        Role.Reader => new LocalText("Người xem", "Reader"),
        Role.UnitLeader => new LocalText("Lãnh đạo đơn vị", "Unit leader"),
        Role.Contributor => new LocalText("Cán bộ phối hợp chấm điểm", "Row contributor"),
        Role.CouncilMember => new LocalText("Thành viên Hội đồng thẩm định", "Council member"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };
}
