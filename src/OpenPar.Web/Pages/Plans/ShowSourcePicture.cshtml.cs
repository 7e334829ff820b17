using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Reviews;
using OpenPar.Core.Accounts;
using OpenPar.Web.Pages.Reviews;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Plans;

/// <summary>A page of an imported plan as a picture.</summary>
[Requires(Permission.EditPlans)]
public sealed class ShowSourcePictureModel(ShowSourcePicture.Handler handler) : PicturePage<PlanImport>(handler);
