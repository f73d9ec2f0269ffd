using System.CommandLine;
using System.Security.Cryptography;
using Beleg.App.Demo;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.State;

namespace Beleg.App.Commands;

/// <summary>demo: three workspaces with stories to look at, then the server.</summary>
internal static class DemoVerb
{
    // Those since the florist began on Instagram; the winter before is history to compare with.
    private const int MonthsPublished = 6;

    private static readonly Option<bool> noServe = new("--no-serve") { Description = "Load the stories and stop." };

    public static Command Build() => new Verb("demo", "Load three stories (florist, wismo, saas) and show them; again changes nothing.") { Runs = RunAsync, Options = { noServe } };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var serves = !context.Get(noServe) && context.Data.PublicUrl is null;
        foreach (var story in DemoStories.All)
        {
            await LoadAsync(context, story, cancellationToken);
            await context.Data.Open(story.Workspace).CatchUpAsync(context.Progress(), cancellationToken);
            await PublishAsync(context, story, cancellationToken);
        }

        if (!serves)
        {
            await Welcome(context, context.ServerAddress);
            return ExitCode.Done;
        }

        await using var server = await Server.StartAsync(context.Data, ServeOptions.Read(context.Get(GlobalOptions.Urls)!, null, Environment.GetEnvironmentVariable), cancellationToken);
        await Welcome(context, server.Address);
        await server.RunAsync(cancellationToken);
        return ExitCode.Done;
    }

    // A story goes through the same journal as real data. What a lot that was interrupted left out comes again: equal events count once.
    private static async Task LoadAsync(CommandContext context, DemoStory story, CancellationToken cancellationToken)
    {
        var (data, progress) = (context.Data, context.Progress());
        if (data.State.Workspaces.Find(story.Workspace) is null)
            data.State.Workspaces.Create(story.Workspace, story.Title, story.Settings);
        // A secret that nobody knows: the stories' sources take nothing more from outside until somebody rotates it.
        foreach (var source in story.Sources.Where(source => data.SourceOf(story.Workspace, source.Name) is null))
            data.State.Sources.Save(story.Workspace, source with { Secrets = [Convert.ToHexString(RandomNumberGenerator.GetBytes(32))] });
        data.Notify();
        var marker = Path.Combine(data.Directory, "demo-" + story.Workspace + ".loaded");
        if (File.Exists(marker))
            return;
        var kept = 0L;
        foreach (var lot in story.Lots())
        {
            var result = await data.Journal.AppendManyAsync(lot, cancellationToken);
            if (!result.IsKept)
                throw new UserErrorException($"The journal cannot write: {result.Reason}");
            progress.Report(FormattableString.Invariant($"{story.Workspace}: {kept += lot.Count} deliveries kept …"));
        }

        await LoadLinksAsync(data, story, cancellationToken);
        progress.Report("");
        await File.WriteAllTextAsync(marker, "", cancellationToken);
    }

    // The codes of links are drawn, so an interrupted load must not draw them twice.
    private static async Task LoadLinksAsync(Installation data, DemoStory story, CancellationToken cancellationToken)
    {
        if (data.State.Links.List(story.Workspace, 1).Count > 0)
            return;
        foreach (var (link, clicks) in story.Links)
            await data.Journal.AppendManyAsync(clicks(data.State.Links.Create(story.Workspace, link).Code), cancellationToken);
    }

    // The months that are told to their end have their proofs, in the order of months: each is chained to the one before.
    private static async Task PublishAsync(CommandContext context, DemoStory story, CancellationToken cancellationToken)
    {
        var workspace = context.Data.Open(story.Workspace);
        var proofs = new Proofs(context.Data, workspace, context.ServerAddress);
        foreach (var month in Dashboard.Months.Told(workspace).Where(proofs.IsOver).TakeLast(MonthsPublished))
        {
            context.Progress().Report($"{story.Workspace}: proof of {month:uuuu-MM} …");
            await proofs.FreezeAsync(month, cancellationToken);
        }

        context.Progress().Report("");
    }

    private static async Task Welcome(CommandContext context, Uri server)
    {
        var address = server.ToString().TrimEnd('/');
        var link = SignInLinkVerb.LinkFor(context.Data, SignInLinkVerb.Owner, server);
        var key = context.Data.State.ApiKeys.Create(FloristStory.Workspace, KeyScope.Write, label: "demo").Secret;
        var curl = $$$"""curl -u {{{key}}}: {{{address}}}/v1/track -H 'Content-Type: application/json' -d '{"event":"Message Received","userId":"ada","messageId":"hello-{{{Guid.NewGuid():N}}}","properties":{"channel":"webchat"}}'""";
        if (context.Json)
        {
            context.WriteJson(new { url = address, sign_in = link, write_key = key, curl });
        }
        else
        {
            await context.Out.WriteLineAsync($"Beleg is at       {address}");
            await context.Out.WriteLineAsync($"Sign in (once)    {link}");
            await context.Out.WriteLineAsync($"Write key         {key}");
            await context.Out.WriteLineAsync($"Send an event     {curl}");
            await context.Out.WriteLineAsync($"Watch it arrive   {address}/w/{FloristStory.Workspace}/sources");
        }

        await context.Out.FlushAsync();
    }
}
