using OpenPar.App.Features.Frameworks;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>One side of a difference, with the file it comes from.</summary>
public sealed record CompareSide(string File, CompareImports.Side Side);
