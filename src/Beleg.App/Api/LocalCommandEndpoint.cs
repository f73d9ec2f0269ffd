using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Beleg.App.Commands;
using Beleg.App.Hosting;
using Beleg.State;

namespace Beleg.App.Api;

/// <summary>
/// Runs the commands of shells on this machine while the server owns the data. Only a caller that can read the server's private file
/// gets in, and only over loopback.
/// </summary>
internal static class LocalCommandEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, DirectoryOwner owner, Installation data) =>
        routes.MapPost(RemoteRequest.Path, http => RunAsync(http, owner, data));

    private static bool Admits(DirectoryOwner owner, string? secret) =>
        secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(secret), Encoding.ASCII.GetBytes(owner.Secret));

    private static async Task RunAsync(HttpContext http, DirectoryOwner owner, Installation data)
    {
        var caller = http.Connection.RemoteIpAddress;
        if (caller is null || !IPAddress.IsLoopback(caller) || !Admits(owner, http.Request.Headers[RemoteRequest.TokenHeader]))
        {
            await Problem.NotFound("There is nothing at this address.").WriteAsync(http);
            return;
        }

        var request = await JsonSerializer.DeserializeAsync<RemoteRequest>(http.Request.Body, JsonSerializerOptions.Web, cancellationToken: http.RequestAborted);
        http.Response.ContentType = "application/x-ndjson";
        var lines = Channel.CreateUnbounded<RemoteLine>();
        var console = new ConsoleSurface
        {
            Out = new LineWriter(text => lines.Writer.TryWrite(new RemoteLine(Out: text))),
            Error = new LineWriter(text => lines.Writer.TryWrite(new RemoteLine(Error: text))),
            ReadInput = () => request!.Input ?? "",
            IsWatched = request!.IsWatched,
            Directory = request.Directory,
        };
        var command = Task.Run(async () =>
        {
            var exit = await CommandLine.Standard().RunInsideAsync(request.Arguments, console, data, http.RequestAborted);
            lines.Writer.TryWrite(new RemoteLine(Exit: exit));
            lines.Writer.Complete();
        });
        await foreach (var line in lines.Reader.ReadAllAsync(http.RequestAborted))
        {
            await http.Response.WriteAsync(JsonSerializer.Serialize(line) + "\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }

        await command;
    }

    private sealed class LineWriter(Action<string> write) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => write(value.ToString());

        public override void Write(string? value)
        {
            if (!string.IsNullOrEmpty(value))
                write(value);
        }

        public override void WriteLine(string? value) => write(value + "\n");

        public override Task WriteAsync(string? value)
        {
            Write(value);
            return Task.CompletedTask;
        }

        public override Task WriteLineAsync(string? value)
        {
            WriteLine(value);
            return Task.CompletedTask;
        }
    }
}
