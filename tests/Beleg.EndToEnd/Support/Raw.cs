using System.Net.Sockets;
using System.Text;

namespace Beleg.EndToEnd.Support;

/// <summary>Requests that no decent client sends: half a body, one byte a second.</summary>
internal static class Raw
{
    /// <summary>Sends the head of a request and the first bytes of its body, then nothing; gives the status line of the answer.</summary>
    public static async Task<string> SendHalfAsync(Uri url, string path, int promisedBytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: application/json\r\nContent-Length: {promisedBytes}\r\n\r\n{{"));
        using var reader = new StreamReader(stream);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await reader.ReadLineAsync(limit.Token) ?? "";
    }

    /// <summary>Sends a whole request with any Host header; gives the status line of the answer.</summary>
    public static async Task<string> GetAsync(Uri url, string path, string host)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync() ?? "";
    }
}
