using Beleg.Reports;
using System.CommandLine;
using System.Text.Json;
using Beleg.App.Hosting;

namespace Beleg.App.Commands;

/// <summary>serve: answers until it is stopped.</summary>
internal static class ServeVerb
{
    private static readonly Option<string?> publicUrl = new("--public-url")
    {
        Description = "The address it is reached by from outside, where that is another than --urls.",
        HelpName = "URL",
    };

    public static Command Build() => new Verb("serve", "Take deliveries, keep the figures current, show the pages.")
    {
        Runs = RunAsync,
        OpensData = false,
        Options = { publicUrl },
    };

    public static ServeOptions Options(CommandContext context) =>
        ServeOptions.Read(context.Get(GlobalOptions.Urls)!, context.Arguments.CommandResult.Command.Options.Contains(publicUrl) ? context.Get(publicUrl) : null, Environment.GetEnvironmentVariable);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options(context);
        await using var data = Installation.Open(context.Directory, Environment.GetEnvironmentVariable, context.Error);
        return await ServeAsync(context, data, options, cancellationToken);
    }

    /// <summary>Serves opened data until it is stopped.</summary>
    public static async Task<int> ServeAsync(CommandContext context, Installation data, ServeOptions options, CancellationToken cancellationToken)
    {
        await using var server = await Server.StartAsync(data, options, cancellationToken);
        await context.Out.WriteLineAsync(context.Json
            ? JsonSerializer.Serialize(new { url = server.Address.ToString().TrimEnd('/') }, ReportJson.Compact)
            : $"Beleg listens on {server.Address.ToString().TrimEnd('/')} (Ctrl+C stops it).");
        await context.Out.FlushAsync(cancellationToken);
        await server.RunAsync(cancellationToken);
        return ExitCode.Done;
    }
}
