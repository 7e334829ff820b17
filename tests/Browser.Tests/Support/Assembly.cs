using OpenPar.Browser.Tests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]
// Pages wait for timers and paint; running classes side by side on a small machine makes those waits lie.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
