using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Beleg.Benchmarks.Generator;
using Beleg.Benchmarks.Support;
using Beleg.Journal;
using Beleg.Metrics;
using Beleg.Sources;
using NodaTime;
using Figure = Beleg.Benchmarks.Support.Figure;

namespace Beleg.Benchmarks.Stream;

/// <summary>The query behind the whole dashboard while events arrive and facts follow each second, against the same in peace; and how soon an event is seen.</summary>
internal static class LiveBench
{
    private const int EventsPerSecond = 1_000;
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly MetricRequest Request = DashboardQuery.UpTo(new YearMonth(2026, 9), MetricCatalogue.Default);
    private static readonly MetricSettings Settings = new();

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchWorkspace workspace, int rounds, TimeSpan span)
    {
        var arriving = Arriving(workspace, EventsFor(rounds + 1, span), PeopleOf(workspace));
        var (plain, keeping) = (new MetricEngine(keepMonths: false), new MetricEngine());
        (List<double> Peace, List<double> Busy) computed = ([], []), kept = ([], []);
        List<double> seen = [], rate = [];
        for (var round = 0; round <= rounds; round++)
        {
            var peace = await LookAsync(workspace, plain, keeping, span, async () =>
            {
                // As many events as come between two refreshes come before each look here too: what differs is only what happens at the same time.
                await KeepAsync(workspace, ASecondOf(arriving));
                await FollowAsync(workspace);
            });
            var (busy, visible, perSecond) = await UnderLoadAsync(workspace, arriving, () => LookAsync(workspace, plain, keeping, span));
            if (round == 0)
                continue;
            computed.Peace.Add(peace.Plain);
            computed.Busy.Add(busy.Plain);
            kept.Peace.Add(peace.Kept);
            kept.Busy.Add(busy.Kept);
            seen.Add(visible);
            rate.Add(perSecond);
        }

        var heavy = await UnderLoadAsync(workspace, Arriving(workspace, EventsFor(1, span), people: null), () => LookAsync(workspace, plain, keeping, span));
        var note = $"bare engine: the same in peace; {Table.Median(rate):#,0} events/s kept meanwhile, facts refreshed each second";
        return
        [
            new Figure("whole dashboard while 1,000 events/s arrive, computed anew, p95 in ms", computed.Busy, computed.Peace, "≤ 1.5 ×", note),
            new Figure("the same, closed months kept, p95 in ms", kept.Busy, kept.Peace, "≤ 1.5 ×", "a second of events came before each look in peace, too"),
            new Figure("from append to visible in a query, p95 in s", seen, [], "≤ 2", "from before the append to a query's snapshot that holds it"),
            new Figure("the same while only those write who write most, p95 in s", [heavy.Seen], [], "–", string.Create(
                CultureInfo.InvariantCulture, $"the 0.3 % with some seventy conversations each, over and over; looks then {heavy.Looks.Plain:#,0} ms computed anew, {heavy.Looks.Kept:#,0} ms kept")),
        ];
    }

    /// <summary>The same over what <see cref="RebuildBench.KeepAsync"/> made, step by step, for whoever works on it.</summary>
    public static async Task AloneAsync(string folder, int rounds)
    {
        await using var workspace = new BenchWorkspace(folder);
        await FollowAsync(workspace);
        var times = workspace.Pipeline.Times;
        Console.WriteLine(Table.Render(await RunAsync(workspace, rounds, TimeSpan.FromSeconds(10))));
        Console.WriteLine(string.Join(", ", workspace.Pipeline.Times.Zip(times, (now, then) => string.Create(CultureInfo.InvariantCulture, $"{now.Step} {(now.Spent - then.Spent).TotalSeconds:0.00} s"))));
    }

    private static Task<(double Plain, double Kept)> LookAsync(BenchWorkspace workspace, MetricEngine plain, MetricEngine keeping, TimeSpan span) =>
        LookAsync(workspace, plain, keeping, span, () => Task.CompletedTask);

    private static async Task<(double Plain, double Kept)> LookAsync(BenchWorkspace workspace, MetricEngine plain, MetricEngine keeping, TimeSpan span, Func<Task> before)
    {
        List<double> computed = [], kept = [];
        var started = Stopwatch.GetTimestamp();
        while (computed.Count < 5 || Stopwatch.GetElapsedTime(started) < span)
        {
            await before();
            computed.Add(await TimeAsync(workspace, plain));
            kept.Add(await TimeAsync(workspace, keeping));
            await Task.Delay(BetweenLooks);
        }

        return (P95(computed), P95(kept));
    }

    private static async Task<double> TimeAsync(BenchWorkspace workspace, MetricEngine engine)
    {
        var started = Stopwatch.GetTimestamp();
        await engine.QueryAsync(workspace.Warehouse, Request, Settings);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<((double Plain, double Kept) Looks, double Seen, double PerSecond)> UnderLoadAsync(
        BenchWorkspace workspace, Queue<(NewDelivery Delivery, int Events)> arriving, Func<Task<(double, double)>> look)
    {
        using var over = new CancellationTokenSource();
        var waiting = new ConcurrentQueue<(long Seq, long Sent)>();
        var arrival = Task.Run(() => ArriveAsync(workspace, arriving, waiting, over.Token));
        var refresh = Task.Run(() => RefreshAsync(workspace, over.Token));
        var watch = Task.Run(() => WatchAsync(workspace, waiting, over.Token));
        var looks = await look();
        await over.CancelAsync();
        var perSecond = await arrival;
        await refresh;
        var seen = await watch;
        await FollowAsync(workspace);
        return (looks, P95(seen), perSecond);
    }

    private static async Task<double> ArriveAsync(BenchWorkspace workspace, Queue<(NewDelivery Delivery, int Events)> arriving, ConcurrentQueue<(long Seq, long Sent)> waiting, CancellationToken over)
    {
        var (started, events) = (Stopwatch.GetTimestamp(), 0L);
        while (!over.IsCancellationRequested)
        {
            var lot = new List<NewDelivery>();
            for (var due = Stopwatch.GetElapsedTime(started).TotalSeconds * EventsPerSecond; events < due && arriving.TryDequeue(out var next); events += next.Events)
                lot.Add(next.Delivery);
            if (lot.Count > 0)
            {
                var sent = Stopwatch.GetTimestamp();
                waiting.Enqueue((await KeepAsync(workspace, lot), sent));
            }

            await Task.Delay(20, CancellationToken.None);
        }

        return events / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task RefreshAsync(BenchWorkspace workspace, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            await FollowAsync(workspace);
            if (Refresh - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } rest)
                await Task.Delay(rest, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Rows and bookmark become visible in one transaction: a snapshot whose bookmark is there holds the event's facts.
    private static async Task<List<double>> WatchAsync(BenchWorkspace workspace, ConcurrentQueue<(long Seq, long Sent)> waiting, CancellationToken over)
    {
        var seen = new List<double>();
        while (!over.IsCancellationRequested)
        {
            long visible;
            using (var reading = workspace.Warehouse.Read())
                visible = reading.Connection.Scalar<long>("SELECT seq FROM bookmark", cancellation: CancellationToken.None);
            while (waiting.TryPeek(out var oldest) && oldest.Seq <= visible && waiting.TryDequeue(out _))
                seen.Add(Stopwatch.GetElapsedTime(oldest.Sent).TotalSeconds);
            await Task.Delay(50, CancellationToken.None);
        }

        // What is still on its way has waited at least so long: leaving it out would flatter.
        seen.AddRange(waiting.Select(left => Stopwatch.GetElapsedTime(left.Sent).TotalSeconds).Where(age => age > Refresh.TotalSeconds * 2));
        return seen;
    }

    private static async Task<long> KeepAsync(BenchWorkspace workspace, IReadOnlyList<NewDelivery> lot)
    {
        var kept = await workspace.Journal.AppendManyAsync(lot, CancellationToken.None);
        if (!kept.IsKept)
            throw new IOException(kept.Reason);
        return kept.Seq;
    }

    private static List<NewDelivery> ASecondOf(Queue<(NewDelivery Delivery, int Events)> arriving)
    {
        var lot = new List<NewDelivery>();
        for (var events = 0; events < EventsPerSecond;)
        {
            var next = arriving.Dequeue();
            lot.Add(next.Delivery);
            events += next.Events;
        }

        return lot;
    }

    private static async Task FollowAsync(BenchWorkspace workspace)
    {
        while (await workspace.Pipeline.RunAsync(CancellationToken.None) > 0)
        {
        }
    }

    // Looks in peace bring as many, or more where they are quick.
    private static int EventsFor(int rounds, TimeSpan span) => (int)(rounds * 3 * (span.TotalSeconds + 5) * EventsPerSecond);

    // The number of people whom a plan of as many messages tells of.
    private static int PeopleOf(BenchWorkspace workspace)
    {
        using var reading = workspace.Warehouse.Read();
        return new TrafficPlan { Messages = reading.Connection.Scalar<long>("SELECT count(*) FROM message", cancellation: CancellationToken.None) }.Contacts;
    }

    // People of the same journal write again, in the newest month, under numbers that no conversation had. TRICKY: drawn from all its
    // people, as they were drawn then; a plan of these few messages alone would draw from the few hundred who write most. Numbered from
    // where the journal stands, since a second run that told of the same conversations would tell of nothing new.
    private static Queue<(NewDelivery Delivery, int Events)> Arriving(BenchWorkspace workspace, int events, int? people)
    {
        var arriving = new Queue<(NewDelivery, int)>();
        var plan = new TrafficPlan { Messages = events, Seed = 7, Workspace = workspace.Name, From = new LocalDate(2026, 9, 1), Months = 1, FirstConversation = workspace.Pipeline.Bookmark * 1_000, Contacts = people ?? 0 };
        foreach (var delivery in Traffic.Lots(plan).SelectMany(lot => lot))
        {
            if (events <= 0)
                break;
            var translation = new Translation();
            workspace.Translate(new Delivery(1, workspace.Name, delivery.Source, delivery.ReceivedAt, delivery.Headers, delivery.Body), translation);
            arriving.Enqueue((delivery, translation.Events.Count));
            events -= translation.Events.Count;
        }

        return arriving;
    }

    private static double P95(List<double> values) => values.Count == 0 ? double.NaN : values.Order().ElementAt((int)Math.Ceiling(.95 * values.Count) - 1);
}
