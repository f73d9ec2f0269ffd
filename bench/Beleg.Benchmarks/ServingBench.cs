using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Beleg.App.Hosting;
using Beleg.Benchmarks.Generator;
using Beleg.Benchmarks.Support;
using Beleg.Keys;
using Beleg.Metrics;
using Beleg.Sources;
using Beleg.State;
using Figure = Beleg.Benchmarks.Support.Figure;

namespace Beleg.Benchmarks;

/// <summary>The product's own program on a data directory full of messages: how soon it is ready, and how much memory it holds while it answers.</summary>
internal static class ServingBench
{
    private const string Workspace = "bench";
    private const string Reader = "reader@bench.example";

    public static async Task<IReadOnlyList<Figure>> RunAsync(long messages, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("beleg-bench-").FullName;
        try
        {
            var data = Path.Combine(folder, "data");
            var (key, session) = await FillAsync(data, messages);
            List<double> ready = [], resident = [];
            for (var round = 0; round < rounds; round++)
            {
                var started = Stopwatch.GetTimestamp();
                using var server = await ServerProcess.ServeAsync(data, ServerProcess.FreePort());
                ready.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
                resident.Add(await AskAsync(server, key));
            }

            var size = $"{messages / 1e6:0.##} M messages";
            IReadOnlyList<Figure> page, print;
            using (var busy = await ServerProcess.ServeAsync(data, ServerProcess.FreePort()))
                page = await PageBench.RunAsync(busy, Workspace, session, Math.Min(rounds, 3), size);
            using (var printing = await ServerProcess.ServeAsync(data, ServerProcess.FreePort()))
                print = await PrintBench.RunAsync(printing, Workspace, key, size);
            return
            [
                new Figure($"start to ready with {size}, s", ready, [], "≤ 3", "from starting the process to the first answer of /readyz, asked each 20 ms"),
                new Figure($"resident while serving, {size}, highest in MB", resident, [], "≤ 500", $"{Questions().Count} questions over HTTP, the whole dashboard of 24 months among them"),
                .. page,
                .. print,
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Fills a data directory for <see cref="AgainAsync"/> and ends.</summary>
    public static async Task KeepAsync(string folder, long messages)
    {
        Directory.CreateDirectory(folder);
        var (key, _) = await FillAsync(Path.Combine(folder, "data"), messages);
        await File.WriteAllTextAsync(KeyFile(folder), key);
    }

    /// <summary>The memory of a server on what <see cref="KeepAsync"/> filled, question by question, for whoever works on it.</summary>
    public static async Task AgainAsync(string folder, int rounds)
    {
        var key = await File.ReadAllTextAsync(KeyFile(folder));
        for (var round = 0; round < rounds; round++)
        {
            using var server = await ServerProcess.ServeAsync(Path.Combine(folder, "data"), ServerProcess.FreePort());
            var steps = new List<string>();
            var highest = await AskAsync(server, key, (took, resident) => steps.Add(string.Create(CultureInfo.InvariantCulture, $"{resident:0} MB {took.TotalMilliseconds:0} ms")));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"highest {highest:0} MB: {string.Join(", ", steps)}"));
        }

        var session = await SessionAsync(Path.Combine(folder, "data"));
        using var busy = await ServerProcess.ServeAsync(Path.Combine(folder, "data"), ServerProcess.FreePort());
        Console.WriteLine(Table.Render(await PageBench.RunAsync(busy, Workspace, session, 1, "kept")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"highest {busy.HighestMegabytes:0} MB while events arrive"));
    }

    private static async Task<string> SessionAsync(string data)
    {
        await using var installation = Open(data);
        return installation.State.Sessions.Create(installation.State.Users.Find(Reader)!.Id);
    }

    private static Installation Open(string data) => Installation.Open(data, name => name == MasterKey.FileVariable ? data + ".key" : null, TextWriter.Null);

    private static string KeyFile(string folder) => Path.Combine(folder, "reader.key");

    private static async Task<(string Key, string Session)> FillAsync(string data, long messages)
    {
        ServerProcess.Command(data, null, "workspace", "create", Workspace, "--zone", "Europe/Berlin");
        await using var installation = Open(data);
        foreach (var source in Traffic.Sources)
            installation.State.Sources.Save(Workspace, source);
        installation.State.Sources.Save(Workspace, new SourceSettings { Name = PageBench.Source, Provider = "whatsapp", AccountIds = [PageBench.Account], Secrets = [Encoding.UTF8.GetString(PageBench.Secret)] });
        var reader = installation.State.Users.Add(Reader, "Reader").Id;
        installation.State.Roles.Give(reader, Workspace, Role.Viewer, "bench");
        var session = installation.State.Sessions.Create(reader);
        var (_, secret) = installation.State.ApiKeys.Create(Workspace, KeyScope.Read, false, "bench");
        await Traffic.AppendAsync(installation.Journal, new TrafficPlan { Messages = messages, Workspace = Workspace }, null, CancellationToken.None);
        await installation.Open(Workspace).CatchUpAsync(null, CancellationToken.None);
        return (secret, session);
    }

    private static async Task<double> AskAsync(ServerProcess server, string key, Action<TimeSpan, double>? tell = null)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var question in Questions())
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri($"/api/{Workspace}/query?{question}", UriKind.Relative));
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{question}: {await answer.Content.ReadAsStringAsync()}");
            tell?.Invoke(Stopwatch.GetElapsedTime(started), server.Megabytes);
        }

        // TRICKY: by the system's own count, since the highest lies in the middle of a question and not after it.
        return server.HighestMegabytes;
    }

    private static List<string> Questions()
    {
        var whole = $"metrics={string.Join(',', DashboardQuery.Metrics)}&from=2024-10-01&to=2026-10-01&grain=month";
        return [.. Enumerable.Repeat(whole, 5), .. DashboardQuery.Metrics.Select(metric => $"metrics={metric}&from=2025-10-01&to=2026-10-01&grain=month")];
    }
}
