using OpenPar.Web.Hosting;

return await Serving.RunAsync(args, Composition.ComposeAsync, Composition.AnnounceAsync);
