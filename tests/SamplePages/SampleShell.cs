using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.Web.Hosting;

namespace OpenPar.SamplePages;

/// <summary>Fills the frame of the sample pages as accounts and rounds fill it in the product.</summary>
public sealed class SampleShell : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var shell = context.HttpContext.RequestServices.GetRequiredService<ShellState>();
        shell.Navigation.Add(new NavigationGroup(null, [new("/samples", "Việc của tôi", "tasks", 7), new("/samples/rounds", "Kỳ đánh giá", "round")]));
        shell.Navigation.Add(new NavigationGroup("Dữ liệu chung",
            [new("/samples/frameworks", "Bộ chỉ số", "framework"), new("/samples/agencies", "Cơ quan, đơn vị", "agency"), new("/samples/evidence", "Kho tài liệu kiểm chứng", "evidence")]));
        shell.Breadcrumbs.Add(new Breadcrumb("/samples", "Việc của tôi"));
        shell.UserName = "Cán bộ đầu mối Sở Nội vụ";
        shell.UserKey = "sample";
        shell.RoleName = "Cán bộ đầu mối, Sở Nội vụ";
        shell.SearchUrl = "/samples";
        shell.SignOutUrl = "/samples";
        shell.Demonstration = true;
        shell.PlayedRole = true;
        shell.LeaveRoleUrl = "/samples";
        shell.UserLinks.Add(new NavigationItem("/samples/account", "Tài khoản của tôi"));
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
