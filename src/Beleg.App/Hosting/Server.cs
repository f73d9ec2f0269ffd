using System.Net.Sockets;
using System.Security.Cryptography;
using Beleg.App.Api;
using Beleg.App.Dashboard.Layout;
using Beleg.App.Security;
using Beleg.Primitives;
using Beleg.State;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Console;

namespace Beleg.App.Hosting;

/// <summary>The web server of one installation: from the outside in, who may ask, what comes in, what is shown.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication app;

    private Server(WebApplication app, Uri address) => (this.app, Address) = (app, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Everything it answers to.</summary>
    public IEnumerable<RouteEndpoint> Routes => ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    /// <summary>Starts listening. The workers run from then on, in the background: the server answers at once.</summary>
    /// <exception cref="UserErrorException">The port is taken, or the address is not this machine's.</exception>
    public static async Task<Server> StartAsync(Installation data, ServeOptions options, CancellationToken cancellationToken)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var app = Build(data, options);
        Compose(app, data, options, secret);
        await ListenAsync(app, options, cancellationToken);
        var address = OwnAddress(app);
        data.PublicUrl = options.Urls[0].Port == 0 && options.PublicUrl == options.Urls[0] ? address : options.PublicUrl;
        data.Announce(new DirectoryOwner(Environment.ProcessId, address.ToString(), secret));
        if (!options.IsLoopbackOnly)
            Log.NotLoopback(app.Logger);
        return new Server(app, address);
    }

    /// <summary>Serves until the token stops it, then ends what is under way.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Ends what is under way, the workers too: disposing alone would leave them writing into a directory that is given back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!app.Lifetime.ApplicationStopped.IsCancellationRequested)
            await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    private static WebApplication Build(Installation data, ServeOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear(); // No file or variable of the machine may change how it listens.
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddFilter("Beleg", LogLevel.Information).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None)
            .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.ColorBehavior) = (true, "HH:mm:ss ", LoggerColorBehavior.Disabled));
        builder.WebHost.UseUrls([.. options.Urls.Select(url => url.GetLeftPart(UriPartial.Authority))]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Each way in measures its own bodies; this much is read and dropped, so that whoever sent too much reads the 413.
            kestrel.Limits.MaxRequestBodySize = 4 * RequestBody.MaxBytes;
            kestrel.Limits.RequestHeadersTimeout = options.BodyTimeout;
            // Our own clock judges a body as a whole; a rate would let a trickle go on for ever.
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        ServerParts.Add(builder.Services.AddSingleton(data).AddSingleton(options), data);
        return builder.Build();
    }

    private static void Compose(WebApplication app, Installation data, ServeOptions options, string secret)
    {
        var host = new HostCheck(options.Urls.Append(options.PublicUrl));
        var faults = new Faults(app.Logger);
        app.Use(HeadRequests.InvokeAsync);
        app.Use(faults.InvokeAsync);
        app.Use(host.InvokeAsync);
        app.Use(app.Services.GetRequiredService<Intake>().InvokeAsync);
        app.Use(SecurityHeaders.InvokeAsync);
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(StyleFiles.Root),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") || file.Context.Request.Path.StartsWithSegments("/lib", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        });
        app.UseRouting();
        app.Use(new Gate(data).InvokeAsync);
        ServerParts.Map(app, data, secret);
    }

    private static async Task ListenAsync(WebApplication app, ServeOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            var port = options.Urls[0].Port;
            throw new UserErrorException($"Port {port} is taken by another program: stop it, or choose another with --urls http://127.0.0.1:{port + 1}.", taken);
        }
        catch (SocketException refused)
        {
            throw new UserErrorException($"Cannot listen on {string.Join(", ", options.Urls)}: {refused.Message}.", refused);
        }
    }

    private static Uri OwnAddress(WebApplication app)
    {
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address.Replace("//[::]", "//localhost", StringComparison.Ordinal))).ToList();
        var first = listening.FirstOrDefault(address => address.IsLoopback) ?? listening[0];
        return first.Host == "0.0.0.0" ? new UriBuilder(first) { Host = "127.0.0.1" }.Uri : first;
    }
}
