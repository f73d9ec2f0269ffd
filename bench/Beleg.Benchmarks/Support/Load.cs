using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Beleg.Benchmarks.Support;

/// <summary>Sends HTTP requests over kept connections, one after the other on each, and measures every answer.</summary>
internal static class Load
{
    /// <param name="port">Where the server listens.</param>
    /// <param name="makers">For each connection what makes its next request; its bytes are good until the next.</param>
    /// <param name="duration">How long.</param>
    public static async Task<LoadResult> RunAsync(int port, IReadOnlyList<Func<ReadOnlyMemory<byte>>> makers, TimeSpan duration)
    {
        var stop = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var workers = makers.Select(next => Task.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
            var latencies = new List<double>();
            var refused = 0;
            var buffer = new byte[8192];
            while (Stopwatch.GetTimestamp() < stop)
            {
                var request = next();
                var sent = Stopwatch.GetTimestamp();
                await socket.SendAsync(request);
                if (await ReadAnswerAsync(socket, buffer) is not 200)
                    refused++;
                latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return (latencies, refused);
        })).ToArray();
        var started = Stopwatch.GetTimestamp();
        var results = await Task.WhenAll(workers);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var all = results.SelectMany(result => result.latencies).Order().ToArray();
        return new LoadResult(all.Length / seconds, At(all, .5), At(all, .99), results.Sum(result => result.refused));
    }

    /// <summary>A whole request, ready to be sent.</summary>
    public static byte[] Post(string path, byte[] body, params (string Name, string Value)[] headers)
    {
        var head = new StringBuilder($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n");
        foreach (var (name, value) in headers)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    private static async Task<int> ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var have = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (read == 0)
                throw new IOException("The server closed the connection.");
            have += read;
            var end = buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
            if (end < 0)
                continue;
            var head = Encoding.ASCII.GetString(buffer, 0, end);
            var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line
                ? int.Parse(line.AsSpan(15).Trim(), System.Globalization.CultureInfo.InvariantCulture)
                : 0;
            var chunked = head.Contains("chunked", StringComparison.OrdinalIgnoreCase);
            if (chunked ? buffer.AsSpan(0, have).EndsWith("0\r\n\r\n"u8) : have >= end + 4 + length)
                return int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)(share * (sorted.Length - 1))];
}

/// <summary>What a load gave.</summary>
internal sealed record LoadResult(double PerSecond, double P50, double P99, int Refused);
