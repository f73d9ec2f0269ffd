using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Beleg.EndToEnd.Support;

/// <summary>The real server on a free port, with a client that keeps cookies and follows no redirect.</summary>
internal sealed class RunningBeleg : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly bool ownsData;

    private RunningBeleg(BelegData data, Process process, Uri url, bool ownsData)
    {
        (Data, this.process, Url, this.ownsData) = (data, process, url, ownsData);
        Http = NewClient();
    }

    public BelegData Data { get; }

    public Uri Url { get; }

    /// <summary>A client with cookies.</summary>
    public HttpClient Http { get; }

    /// <summary>Everything the server wrote so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
                return log.ToString();
        }
    }

    public int ProcessId => process.Id;

    public static async Task<RunningBeleg> StartAsync(BelegData? data = null, params string[] options)
    {
        var own = data ?? new BelegData();
        var process = own.Start(["serve", "--urls", "http://127.0.0.1:0", "--json", .. options]);
        using var limit = new CancellationTokenSource(patience);
        var first = await process.StandardOutput.ReadLineAsync(limit.Token);
        if (first is null)
            throw new InvalidOperationException("The server did not start: " + await process.StandardError.ReadToEndAsync(limit.Token));
        using var said = JsonDocument.Parse(first);
        var running = new RunningBeleg(own, process, new Uri(said.RootElement.GetProperty("url").GetString()!), data is null);
        running.Listen(process.StandardOutput);
        running.Listen(process.StandardError);
        return running;
    }

    /// <summary>A client without cookies of its own.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = Url };

    /// <summary>Runs a command against the running server.</summary>
    public Task<Finished> RunAsync(params string[] arguments) => Data.RunAsync(arguments);

    /// <summary>Asks again until an answer is what it should become; the last answer where it never does.</summary>
    public static async Task<T> EventuallyAsync<T>(Func<Task<T>> ask, Func<T, bool> good, int seconds = 20)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (good(answer) || since.Elapsed.TotalSeconds > seconds)
                return answer;
            await Task.Delay(50);
        }
    }

    /// <summary>Ends it as an operator would.</summary>
    public async Task StopAsync()
    {
        if (process.HasExited)
            return;
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var limit = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(limit.Token);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        process.Dispose();
        if (ownsData)
            Data.Dispose();
    }

    private void Listen(StreamReader reader) => _ = Task.Run(async () =>
    {
        while (await reader.ReadLineAsync() is { } line)
            lock (log)
                log.AppendLine(line);
    });
}
