using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Tests.Shell;

public sealed class FlashTests
{
    [Fact]
    public void Only_the_newest_are_kept_so_that_their_cookie_never_outgrows_what_the_server_takes()
    {
        var kept = new TempDataDictionary(new DefaultHttpContext(), new NoProvider());
        for (var n = 1; n <= 500; n++) Flash.Add(kept, "success", $"Đã thêm tài liệu {n}.");

        Assert.Equal(["Đã thêm tài liệu 496.", "Đã thêm tài liệu 497.", "Đã thêm tài liệu 498.", "Đã thêm tài liệu 499.", "Đã thêm tài liệu 500."], Flash.Take(kept).Select(f => f.Text));
    }

    private sealed class NoProvider : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
        }
    }
}
