using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations.Reorganising;

/// <summary>The parts of the system a reorganisation reaches, in the order in which they are shown.</summary>
public enum ReorganisationPart
{
    /// <summary>The register of agencies.</summary>
    Register,

    /// <summary>Rounds: sheets, rows and who answers for them.</summary>
    Rounds,

    /// <summary>Assignments of criteria.</summary>
    Assignments,

    /// <summary>Plans.</summary>
    Plans,

    /// <summary>The evidence library.</summary>
    Evidence,

    /// <summary>Accounts.</summary>
    Accounts,
}

/// <summary>The words for steps of a reorganisation.</summary>
public static class StepWords
{
    /// <summary>The part a step belongs to.</summary>
    public static ReorganisationPart PartOf(ReorganisationStep step) => step switch
    {
        CloseAgency or OpenAgency or RenameAgency or LinkAgencies or ResumeAgency or VoidAgency or RestoreName or UnlinkAgencies => ReorganisationPart.Register,
        OpenSheet or FillRow or HandSheet or RetireSheet or MoveOwner => ReorganisationPart.Rounds,
        RestoreSheet or LeaveSheet or RevertRow or GiveBackRow or NoteRow or CiteRow or ReturnOwners => ReorganisationPart.Rounds,
        MoveDuty or ReturnDuty => ReorganisationPart.Assignments,
        MovePlanDuty => ReorganisationPart.Plans,
        MoveDocument => ReorganisationPart.Evidence,
        MoveAccount => ReorganisationPart.Accounts,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>Name of a part.</summary>
    public static LocalText Of(ReorganisationPart part) => part switch
    {
        ReorganisationPart.Register => new LocalText("Danh mục cơ quan", "Register of agencies"),
        ReorganisationPart.Rounds => new LocalText("Kỳ đánh giá", "Rounds"),
        ReorganisationPart.Assignments => new LocalText("Phân công tiêu chí", "Assignments"),
        ReorganisationPart.Plans => new LocalText("Kế hoạch", "Plans"),
        ReorganisationPart.Evidence => new LocalText("Tài liệu kiểm chứng", "Evidence"),
        ReorganisationPart.Accounts => new LocalText("Tài khoản", "Accounts"),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    /// <summary>What a step does, as a sentence.</summary>
    /// <param name="step">The step.</param>
    /// <param name="name">The name of an agency.</param>
    public static LocalText Of(ReorganisationStep step, Func<AgencyId, string> name)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(name);
        return step switch
        {
            CloseAgency s => new LocalText($"{name(s.Agency)} kết thúc hoạt động hết ngày {s.LastDay:dd/MM/yyyy}", $"{name(s.Agency)} ends on {s.LastDay:dd/MM/yyyy}"),
            OpenAgency s => new LocalText($"Lập {s.Name} từ {s.FirstDay:dd/MM/yyyy}", $"{s.Name} begins on {s.FirstDay:dd/MM/yyyy}"),
            RenameAgency s => new LocalText($"{s.Former} đổi tên thành {s.Name}; tên cũ giữ cho đến hết {s.LastDay:dd/MM/yyyy} và làm tên gọi khác", $"{s.Former} is renamed {s.Name}; the former name holds until {s.LastDay:dd/MM/yyyy} and stays an alias"),
            LinkAgencies s => new LocalText($"Ghi nhận {name(s.Successor)} kế tục {name(s.Predecessor)} ({OrganisationNames.Of(s.Kind).Vi}) từ {s.On:dd/MM/yyyy}", $"{name(s.Successor)} continues {name(s.Predecessor)} ({OrganisationNames.Of(s.Kind).En}) from {s.On:dd/MM/yyyy}"),
            OpenSheet s => new LocalText($"{s.RoundTitle}: lập phiếu {s.Rows.Count} dòng cho {name(s.Unit)}", $"{s.RoundTitle}: a sheet of {s.Rows.Count} rows for {name(s.Unit)}"),
            FillRow s => new LocalText($"{s.RoundTitle}: dòng {s.Code} của {name(s.Unit)} {Made(s.Making).Vi}", $"{s.RoundTitle}: row {s.Code} of {name(s.Unit)} {Made(s.Making).En}"),
            HandSheet s => new LocalText($"{s.RoundTitle}: phiếu của {name(s.From)} thành phiếu của {name(s.To)}, giữ nguyên trạng thái", $"{s.RoundTitle}: the sheet of {name(s.From)} becomes that of {name(s.To)} as it stands"),
            RetireSheet s => new LocalText($"{s.RoundTitle}: phiếu của {name(s.Unit)} chuyển thành lịch sử", $"{s.RoundTitle}: the sheet of {name(s.Unit)} becomes history"),
            MoveOwner s => new LocalText($"{s.RoundTitle}: dòng {s.Code} trên phiếu {name(s.Unit)}, người phụ trách {name(s.From)} → {name(s.To)}", $"{s.RoundTitle}: row {s.Code} of {name(s.Unit)}, owner {name(s.From)} → {name(s.To)}"),
            MoveDuty s => new LocalText($"{s.Framework}, tiêu chí {s.Code} ({(s.Leads ? "chủ trì" : "phối hợp")}): {name(s.From)} → {name(s.To)}", $"{s.Framework}, criterion {s.Code} ({(s.Leads ? "lead" : "coordinating")}): {name(s.From)} → {name(s.To)}"),
            MovePlanDuty s => new LocalText($"{s.PlanTitle}: {(s.Leads ? "chủ trì" : "phối hợp")} {name(s.From)} → {name(s.To)}", $"{s.PlanTitle}: {(s.Leads ? "lead" : "coordinating")} {name(s.From)} → {name(s.To)}"),
            MoveDocument s => new LocalText($"{s.Name}: {name(s.From)} → {name(s.To)}", $"{s.Name}: {name(s.From)} → {name(s.To)}"),
            MoveAccount s => new LocalText($"{s.Name}: {name(s.From)} → {name(s.To)}", $"{s.Name}: {name(s.From)} → {name(s.To)}"),
            _ => Back(step, name),
        };
    }

    private static LocalText Back(ReorganisationStep step, Func<AgencyId, string> name)
    {
        string Names(IEnumerable<AgencyId> ids) => string.Join(", ", ids.Select(name));
        return step switch
        {
            ResumeAgency { LastDay: null } s => new LocalText($"{name(s.Agency)} tiếp tục hoạt động", $"{name(s.Agency)} goes on"),
            ResumeAgency s => new LocalText($"{name(s.Agency)} hoạt động đến hết {s.LastDay:dd/MM/yyyy} như trước", $"{name(s.Agency)} exists until {s.LastDay:dd/MM/yyyy} as before"),
            VoidAgency s => new LocalText($"{name(s.Agency)} không lập nữa; {Names(s.Heirs)} đọc được những gì đã ghi ở đó", $"{name(s.Agency)} does not begin; {Names(s.Heirs)} read what was written there"),
            RestoreName s => new LocalText($"{s.Name} mang lại tên {s.Former}", $"{s.Name} is named {s.Former} again"),
            UnlinkAgencies s => new LocalText($"Bỏ ghi nhận {name(s.Successor)} kế tục {name(s.Predecessor)}", $"{name(s.Successor)} no longer continues {name(s.Predecessor)}"),
            RestoreSheet s => new LocalText($"{s.RoundTitle}: phiếu của {name(s.Unit)} trở lại “{RowStateNames.Of(s.To).Vi}”", $"{s.RoundTitle}: the sheet of {name(s.Unit)} is “{RowStateNames.Of(s.To).En}” again"),
            LeaveSheet s => new LocalText($"{s.RoundTitle}: phiếu của {name(s.Unit)} chuyển thành lịch sử, giữ mọi nội dung đã nhập", $"{s.RoundTitle}: the sheet of {name(s.Unit)} becomes history with everything on it"),
            RevertRow s => new LocalText($"{s.RoundTitle}: dòng {s.Code} của {name(s.Unit)} trở lại số liệu của riêng đơn vị", $"{s.RoundTitle}: row {s.Code} of {name(s.Unit)} has the unit's own figures again"),
            GiveBackRow s => new LocalText($"{s.RoundTitle}: dòng {s.Code} của {name(s.Unit)} nhận số liệu đã nhập ở {name(s.Typist)}", $"{s.RoundTitle}: row {s.Code} of {name(s.Unit)} takes what was typed at {name(s.Typist)}"),
            NoteRow s => new LocalText($"{s.RoundTitle}: ghi chú trên dòng {s.Code} của {name(s.Unit)} những gì đã nhập ở {name(s.Typist)}", $"{s.RoundTitle}: a note on row {s.Code} of {name(s.Unit)} says what was typed at {name(s.Typist)}"),
            CiteRow s => new LocalText($"{s.RoundTitle}: dòng {s.Code} của {name(s.Unit)} thêm {s.Citations.Count} tài liệu đã nêu sau khi sắp xếp", $"{s.RoundTitle}: row {s.Code} of {name(s.Unit)} gets {s.Citations.Count} places of evidence named since"),
            ReturnOwners s => new LocalText($"{s.RoundTitle}: dòng {s.Code} trên phiếu {name(s.Unit)}, người phụ trách {Names(s.From)} → {Names(s.To)}", $"{s.RoundTitle}: row {s.Code} of {name(s.Unit)}, owner {Names(s.From)} → {Names(s.To)}"),
            ReturnDuty s => new LocalText($"{s.Framework}, tiêu chí {s.Code} ({(s.Leads ? "chủ trì" : "phối hợp")}): {name(s.From)} → {Names(s.Keeps ? [s.From, .. s.To] : s.To)}", $"{s.Framework}, criterion {s.Code} ({(s.Leads ? "lead" : "coordinating")}): {name(s.From)} → {Names(s.Keeps ? [s.From, .. s.To] : s.To)}"),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
    }

    private static LocalText Made(RowMaking making) => making switch
    {
        RowMaking.Take => new LocalText("lấy số liệu của một đơn vị", "takes the figures of one unit"),
        RowMaking.Sum => new LocalText("cộng số liệu các đơn vị", "adds up the figures"),
        _ => new LocalText("nhập lại số liệu, giữ tài liệu", "is entered anew, evidence kept"),
    };
}
