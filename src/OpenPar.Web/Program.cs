using OpenPar.Web.Hosting;

return await Serving.RunAsync(args, (ground, _) => Task.FromResult(WebApplication.CreateBuilder().Build()));
