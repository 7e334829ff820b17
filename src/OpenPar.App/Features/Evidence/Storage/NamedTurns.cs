namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>One at a time for each name: whoever comes with a name somebody is busy with waits, everybody else goes on.</summary>
internal sealed class NamedTurns
{
    private readonly Dictionary<string, Place> busy = [];

    /// <summary>The turn for a name, given back when it is disposed.</summary>
    public async Task<IDisposable> TakeAsync(string name, CancellationToken cancellationToken)
    {
        Place? place;
        lock (busy)
        {
            if (!busy.TryGetValue(name, out place)) busy[name] = place = new Place(this, name);
            place.Wanted++;
        }

        try
        {
            await place.Free.WaitAsync(cancellationToken);
            return place;
        }
        catch
        {
            Leave(place);
            throw;
        }
    }

    private void Leave(Place place)
    {
        lock (busy)
        {
            if (--place.Wanted == 0) busy.Remove(place.Name);
        }
    }

    private sealed class Place(NamedTurns turns, string name) : IDisposable
    {
        public string Name => name;

        public SemaphoreSlim Free { get; } = new(1, 1);

        public int Wanted { get; set; }

        public void Dispose()
        {
            Free.Release();
            turns.Leave(this);
        }
    }
}
