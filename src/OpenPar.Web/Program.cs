using OpenPar.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
// A build (not a publish) keeps its compressed assets outside wwwroot; outside Development they are found only when asked for.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddShell();

var app = builder.Build();
app.UseShell();
app.MapShell();
await app.RunAsync();
