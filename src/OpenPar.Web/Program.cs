using OpenPar.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddShell();

var app = builder.Build();
app.UseShell();
app.MapShell();
await app.RunAsync();
