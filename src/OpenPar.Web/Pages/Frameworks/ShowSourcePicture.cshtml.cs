using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Reviews;
using OpenPar.Core.Accounts;
using OpenPar.Web.Pages.Reviews;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>A page of an imported assignment annex as a picture.</summary>
[Requires(Permission.EditAssignments)]
public sealed class ShowSourcePictureModel(ShowSourcePicture.Handler handler) : PicturePage<AssignmentImport>(handler);
