using OpenPar.Browser.Tests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]
// Two at once: while one test waits for its page the other one's works. More would only make each other's pages late.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]
