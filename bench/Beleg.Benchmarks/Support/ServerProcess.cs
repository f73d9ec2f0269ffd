using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Beleg.Benchmarks.Support;

/// <summary>A process that listens on a port of this machine, stopped by SIGTERM when disposed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Resident size now, in MB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Resident size at its highest so far, in MB; where the system does not say, the size now.</summary>
    public double HighestMegabytes
    {
        get
        {
            process.Refresh();
            return Math.Max(process.PeakWorkingSet64, process.WorkingSet64) / 1e6;
        }
    }

    /// <summary>Processor time it took so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the product's own program.</summary>
    /// <param name="data">Its data directory.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="settings">Variables of its environment.</param>
    public static Task<ServerProcess> ServeAsync(string data, int port, params (string Name, string Value)[] settings) =>
        StartAsync(port, ["serve", "--data", data, "--urls", $"http://127.0.0.1:{port}"], Product, data, settings: settings);

    /// <summary>Starts this program again with other arguments.</summary>
    public static Task<ServerProcess> OwnAsync(int port, params string[] arguments) =>
        StartAsync(port, arguments, Environment.ProcessPath!, null, typeof(ServerProcess).Assembly.Location);

    /// <summary>Runs a command of the product to its end.</summary>
    public static void Command(string data, string? input, params string[] arguments)
    {
        using var process = Process.Start(Described([.. arguments, "--data", data], "dotnet", data, Product))!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"beleg {string.Join(' ', arguments)}: {complained} {said.Result}");
    }

    /// <summary>Runs a command of this program in a process of its own, to its end.</summary>
    public static void Own(params string[] arguments)
    {
        var (program, library) = Self;
        using var process = Process.Start(Described(arguments, program, null, library))!;
        process.StandardInput.Close();
        var complained = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)}: {complained.Result}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            if (!process.WaitForExit(20_000))
                process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    // Started as a library, or by its own name.
    private static (string Program, string? Library) Self =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? (Environment.ProcessPath!, typeof(ServerProcess).Assembly.Location) : (Environment.ProcessPath!, null);

    private static string Product => Path.Combine(AppContext.BaseDirectory, "Beleg.App.dll");

    private static async Task<ServerProcess> StartAsync(int port, string[] arguments, string program, string? data, string? library = null, params (string Name, string Value)[] settings)
    {
        var isLibrary = program.EndsWith(".dll", StringComparison.Ordinal);
        var described = Described(arguments, isLibrary ? "dotnet" : program, data, isLibrary ? program : Path.GetFileNameWithoutExtension(program) == "dotnet" ? library : null);
        foreach (var (name, value) in settings)
            described.Environment[name] = value;
        var process = Process.Start(described)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"));
                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                    return new ServerProcess(process, port);
            }
            catch (HttpRequestException)
            {
                if (process.HasExited)
                    throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"{program} did not listen on {port}.");
    }

    private static ProcessStartInfo Described(string[] arguments, string program, string? data, string? library)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (library is not null)
            start.ArgumentList.Add(library);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        if (data is not null)
        {
            start.Environment["BELEG_MASTER_KEY_FILE"] = data + ".key";
            // The journal is measured, not the limit that protects it from one source.
            start.Environment["BELEG_SOURCE_RATE"] = "1000000";
        }

        return start;
    }
}
