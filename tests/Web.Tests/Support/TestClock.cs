namespace OpenPar.Web.Tests.Support;

/// <summary>A clock that goes with the real one and can be put forward.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void PassBy(TimeSpan time) => ahead += time;
}
