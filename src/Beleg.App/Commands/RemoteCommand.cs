using System.Text.Json;
using Beleg.Primitives;
using Beleg.State;

namespace Beleg.App.Commands;

/// <summary>Runs a command inside the server that owns the data directory.</summary>
internal static class RemoteCommand
{
    private static readonly TimeSpan connectWithin = TimeSpan.FromSeconds(2);

    /// <summary>The exit code; null where no server answers, so that the data are free.</summary>
    public static async Task<int?> TryRunAsync(DirectoryOwner owner, string[] args, Verb verb, ConsoleSurface console, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { ConnectTimeout = connectWithin, UseProxy = false };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(owner.Address), RemoteRequest.Path));
        request.Headers.Add(RemoteRequest.TokenHeader, owner.Secret);
        request.Content = JsonContent.Create(new RemoteRequest(args, console.Directory, console.IsWatched, verb.TakesInput ? console.ReadInput() : null));
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            // Another program may listen there by now; the lock decides whether the data are free.
            return response.IsSuccessStatusCode ? await CopyAsync(response, console, cancellationToken) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<int> CopyAsync(HttpResponseMessage response, ConsoleSurface console, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } text)
        {
            var line = JsonSerializer.Deserialize<RemoteLine>(text)!;
            if (line.Exit is { } exit)
                return exit;
            await console.Out.WriteAsync(line.Out);
            await console.Error.WriteAsync(line.Error);
        }

        throw new UserErrorException("The server stopped before it was done: start it again and repeat the command.");
    }
}
