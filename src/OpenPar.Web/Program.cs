using Npgsql;
using OpenPar.App.Data;
using OpenPar.Web.Hosting;

return await Serving.RunAsync(
    args,
    async (ground, cancellationToken) =>
    {
        var source = NpgsqlDataSource.Create(ground.ConnectionString);
        await Migrator.MigrateAsync(source, cancellationToken);
        return WebApplication.CreateBuilder().BuildOpenPar(source, ground.Folder.Path);
    },
    (app, ground, cancellationToken) => app.SayFirstAdministratorAsync(ground.Address, cancellationToken));
