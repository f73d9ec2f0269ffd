using NodaTime;

namespace Beleg.App.Hosting;

/// <summary>
/// What pages of a workspace asked lately. As long as no fact changed the answer holds, and whoever asks at the same time shares one
/// computation. Where facts change all the time and an answer takes long to make, one of at most a second ago is shown while the next is
/// made; it is whole, of one moment, and says itself which. What a person changes shows at once (<see cref="Forget"/>). Thread-safe.
/// </summary>
/// <param name="version">Number of the facts: equal numbers, equal facts.</param>
/// <param name="clock">Clock.</param>
internal sealed class RecentAnswers(Func<long> version, IClock clock)
{
    /// <summary>How old a shown answer may be: what is kept is promised to be seen within two seconds, and the facts take the other one.</summary>
    public static readonly Duration Oldest = Duration.FromSeconds(1);

    /// <summary>From this age on the next one is made, so that it is there before the old one is too old.</summary>
    public static readonly Duration MadeAnewFrom = Duration.FromMilliseconds(400);

    /// <summary>What is made faster than this is made anew for whoever asks.</summary>
    public static readonly Duration Quick = Duration.FromMilliseconds(80);

    /// <summary>A workspace's people look at some pages at a time; beyond that what was asked longest ago is dropped.</summary>
    private const int Most = 12;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private long forgotten;

    /// <summary>An answer.</summary>
    /// <param name="key">What is asked, with everything the answer depends on apart from the facts.</param>
    /// <param name="make">Makes it of the facts as they are; for all who ask, so nobody's going away ends it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<T> GetAsync<T>(string key, Func<Task<T>> make, CancellationToken cancellation)
        where T : class
    {
        Task<Answer> making;
        lock (gate)
        {
            var entry = Find(key);
            if (entry.Known is { } known && known.Forgotten == forgotten)
            {
                var age = clock.GetCurrentInstant() - known.At;
                if (known.Version == version())
                    return (T)known.Value;
                if (known.Took > Quick && age <= Oldest)
                {
                    if (age >= MadeAnewFrom)
                        _ = Making(entry, make);
                    return (T)known.Value;
                }
            }

            making = Making(entry, make);
        }

        return (T)(await making.WaitAsync(cancellation)).Value;
    }

    /// <summary>From now on nothing older than this moment is shown: somebody changed something and wants to see it.</summary>
    public void Forget()
    {
        lock (gate)
            forgotten++;
    }

    private Entry Find(string key)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            if (entries.Count >= Most)
                entries.Remove(entries.MinBy(pair => pair.Value.AskedAt).Key);
            entries[key] = entry = new Entry();
        }

        entry.AskedAt = clock.GetCurrentInstant();
        return entry;
    }

    // Whoever comes while one is made waits for that one, unless it was begun before something that must show.
    private Task<Answer> Making<T>(Entry entry, Func<Task<T>> make)
        where T : class
    {
        if (entry.Making is { IsCompleted: false } running && entry.MakingSince == forgotten)
            return running;
        entry.MakingSince = forgotten;
        entry.Making = MakeAsync(entry, make, forgotten, version(), clock.GetCurrentInstant());
        // Made ahead it has nobody who waits; then the next who asks finds nothing new, makes it, and is told what went wrong.
        _ = entry.Making.ContinueWith(failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return entry.Making;
    }

    private async Task<Answer> MakeAsync<T>(Entry entry, Func<Task<T>> make, long since, long of, Instant begun)
        where T : class
    {
        var value = await Task.Run(make);
        var answer = new Answer(value, of, since, begun, clock.GetCurrentInstant() - begun);
        lock (gate)
        {
            if (entry.Known is not { } known || known.Forgotten < since || (known.Forgotten == since && known.At <= begun))
                entry.Known = answer;
        }

        return answer;
    }

    /// <param name="Value">The answer.</param>
    /// <param name="Version">The facts it is of, or older ones.</param>
    /// <param name="Forgotten">How often things had to be forgotten before it was begun.</param>
    /// <param name="At">When it was begun: no fact before that is missing.</param>
    /// <param name="Took">How long it took.</param>
    private sealed record Answer(object Value, long Version, long Forgotten, Instant At, Duration Took);

    private sealed class Entry
    {
        public Instant AskedAt { get; set; }

        public Answer? Known { get; set; }

        public Task<Answer>? Making { get; set; }

        public long MakingSince { get; set; }
    }
}
