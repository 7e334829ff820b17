using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Organisations.Reorganisations;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Organisations;

/// <summary>A reorganisation as it is typed.</summary>
public sealed class ReorganisationForm
{
    /// <summary>How many agencies a split can make on one page.</summary>
    public const int Places = 4;

    public string? Kind { get; set; }

    public string? On { get; set; }

    public string? Decision { get; set; }

    public string? DecidedOn { get; set; }

    public List<string> Sources { get; set; } = [];

    public List<SuccessorForm> Successors { get; set; } = [];

    [BindNever]
    public IReadOnlyList<Agency> Register { get; private set; } = [];

    [BindNever]
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>The agency after, as typed.</summary>
    public sealed class SuccessorForm
    {
        public string? Agency { get; set; }

        public string? Name { get; set; }

        public string? Kind { get; set; }

        /// <summary>Codes, parted by commas or lines.</summary>
        public string? Codes { get; set; }

        /// <summary>User names, parted by commas or lines.</summary>
        public string? People { get; set; }

        public bool Given => !string.IsNullOrWhiteSpace(Agency) || !string.IsNullOrWhiteSpace(Name);
    }

    public ReorganisationForm Offering(IReadOnlyList<Agency> register)
    {
        Register = [.. register.Where(a => a.Kind != AgencyKind.Class)];
        Kinds = [.. Enum.GetValues<SuccessionKind>().Select(k => new SelectListItem(Words.Say(Long(k).Vi, Long(k).En), k.ToString(), k.ToString() == Kind))];
        while (Successors.Count < Places) Successors.Add(new SuccessorForm());
        return this;
    }

    /// <summary>What was typed as a command; null when its shape is wrong, which the model state then says.</summary>
    public PlanReorganisation.Command? Read(ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!Enum.TryParse<SuccessionKind>(Kind, out var kind) || !Enum.IsDefined(kind)) state.AddModelError(nameof(Kind), Words.Say("Chọn loại sắp xếp.", "Choose a kind."));
        var on = state.ReadDay(nameof(On), On);
        if (on is null && !state.ContainsKey(nameof(On))) state.AddModelError(nameof(On), Words.Say("Nhập ngày có hiệu lực.", "Enter the first day."));
        else if (on is null && state[nameof(On)]!.Errors.Count == 0) state.AddModelError(nameof(On), Words.Say("Nhập ngày có hiệu lực.", "Enter the first day."));
        var decided = state.ReadDay(nameof(DecidedOn), DecidedOn);
        var sources = Sources.Where(s => AgencyId.TryParse(s, out _)).Select(AgencyId.Parse).ToList();
        if (sources.Count == 0) state.AddModelError(nameof(Sources), Words.Say("Chọn ít nhất một đơn vị trước sắp xếp.", "Choose at least one agency before."));
        var successors = Successors.Take(Places).Where(s => s.Given).Select(s => Read(s, state)).ToList();
        if (successors.Count == 0) state.AddModelError(nameof(Successors), Words.Say("Chọn hoặc nhập tên đơn vị sau sắp xếp.", "Choose or name the agency after."));
        return state.IsValid ? new PlanReorganisation.Command(kind, on!.Value, Decision, decided, sources, successors) : null;
    }

    private static SuccessorEntry Read(SuccessorForm form, ModelStateDictionary state)
    {
        var kind = Enum.TryParse<AgencyKind>(form.Kind, out var known) && Enum.IsDefined(known) ? known : AgencyKind.Department;
        var agency = AgencyId.TryParse(form.Agency, out var id) ? id : (AgencyId?)null;
        var codes = new List<CriterionCode>();
        foreach (var text in Parts(form.Codes))
        {
            if (CriterionCode.TryParse(text, out var code)) codes.Add(code);
            else state.AddModelError(nameof(Successors), Words.Say($"“{text}” không phải mã tiêu chí; ghi như 3.4 hoặc 3.4.1, cách nhau bằng dấu phẩy.", $"“{text}” is no code of a criterion; write 3.4 or 3.4.1, parted by commas."));
        }

        return new SuccessorEntry(agency, form.Name, kind, codes, [.. Parts(form.People)]);
    }

    private static string[] Parts(string? text) => (text ?? "").Split([',', ';', '\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (string Vi, string En) Long(SuccessionKind kind) => kind switch
    {
        SuccessionKind.Merge => ("Hợp nhất, sáp nhập", "Merge"),
        SuccessionKind.Split => ("Chia, tách", "Split"),
        SuccessionKind.Rename => ("Đổi tên", "Rename"),
        _ => ("Chuyển nhiệm vụ", "Transfer of duties"),
    };
}
