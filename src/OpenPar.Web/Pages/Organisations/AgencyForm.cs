using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Organisations;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Organisations;

/// <summary>The fields of an agency as they are typed; names equal the fields of the refusals.</summary>
public sealed class AgencyForm
{
    public string? Name { get; set; }

    public string? Kind { get; set; }

    public string? Parent { get; set; }

    /// <summary>One alias a line.</summary>
    public string? Aliases { get; set; }

    public string? ValidFrom { get; set; }

    public string? ValidTo { get; set; }

    [BindNever]
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    [BindNever]
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public static AgencyForm Of(Agency agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        return new AgencyForm
        {
            Name = agency.Name,
            Kind = agency.Kind.ToString(),
            Parent = agency.Parent?.ToString() ?? "",
            Aliases = string.Join('\n', agency.Aliases),
            ValidFrom = agency.ValidFrom is { } first ? Display.DayText(first) : "",
            ValidTo = agency.ValidTo is { } last ? Display.DayText(last) : "",
        };
    }

    public AgencyForm Offering(IReadOnlyList<Agency> register)
    {
        Parents = [new SelectListItem("(không có)", ""), .. register.Select(a => new SelectListItem(a.Name, a.Id.ToString(), a.Id.ToString() == Parent))];
        Kinds = [.. Enum.GetValues<AgencyKind>().Select(k => new SelectListItem(OrganisationNames.Of(k).Show(), k.ToString(), k.ToString() == Kind))];
        return this;
    }

    /// <summary>What was typed as an entry; problems of shape go to the model state.</summary>
    public AgencyEntry Read(ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!Enum.TryParse<AgencyKind>(Kind, out var kind) || !Enum.IsDefined(kind)) state.AddModelError(nameof(Kind), Words.Say("Chọn loại cơ quan.", "Choose a kind."));
        var parent = string.IsNullOrEmpty(Parent) ? (AgencyId?)null : AgencyId.TryParse(Parent, out var id) ? id : Unreadable(state);
        var aliases = (Aliases ?? "").Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new AgencyEntry(Name, kind, parent, aliases, state.ReadDay(nameof(ValidFrom), ValidFrom), state.ReadDay(nameof(ValidTo), ValidTo));
    }

    private static AgencyId? Unreadable(ModelStateDictionary state)
    {
        state.AddModelError(nameof(Parent), Words.Say("Chọn cơ quan cấp trên trong danh sách.", "Choose the parent from the list."));
        return null;
    }
}
