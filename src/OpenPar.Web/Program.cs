using OpenPar.Web.Hosting;

return await Serving.RunAsync(args, (ground, _) =>
{
    var builder = WebApplication.CreateBuilder();
    builder.Services.AddShell();
    var app = builder.Build();
    app.UseShell();
    app.MapShell();
    return Task.FromResult(app);
});
