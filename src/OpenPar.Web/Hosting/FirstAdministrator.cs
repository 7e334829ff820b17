using OpenPar.App.Features.Accounts;
using OpenPar.Core.Text;

namespace OpenPar.Web.Hosting;

/// <summary>Prints the one-time link of the first administrator while there is none.</summary>
public static class FirstAdministrator
{
    /// <summary>Replaces the link of the start before and prints the new one; says nothing where there is an administrator.</summary>
    public static async Task SayFirstAdministratorAsync(this WebApplication app, string address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var scope = app.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<CreateFirstAdministratorLink.Handler>().HandleAsync(cancellationToken);
        if (answer.Done) ServeText.Say(Text($"{address}/setup/{answer.Value.Token}"));
    }

    private static LocalText Text(string link) => new(
        $"Chưa có người quản trị. Mở liên kết này để tạo (dùng một lần, trong 24 giờ):\n  {link}",
        "There is no administrator yet: open the link above to become it (once, within 24 hours).");
}
