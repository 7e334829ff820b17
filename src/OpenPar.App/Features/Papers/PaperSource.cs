using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;

namespace OpenPar.App.Features.Papers;

/// <summary>A paper as a module draws it, before it is recorded and written.</summary>
/// <param name="Paper">The paper, without a verification code.</param>
/// <param name="Subject">What it was made from, such as <c>round/…</c>.</param>
/// <param name="OnlyFor">The agency whose rows alone it holds; null for everything of its subject.</param>
/// <param name="Detail">What sets its file apart from others of its kind, such as the year.</param>
public sealed record PaperSource(Paper Paper, string Subject, AgencyId? OnlyFor, string Detail)
{
    /// <summary>Whether the province itself issues a paper that other agencies may issue too, such as a plan.</summary>
    public bool ByProvince { get; init; }

    /// <summary>Name of its file without the end.</summary>
    public string FileName => $"{PaperKinds.SlugOf(Paper.Kind)}-{Detail}";
}
