using System.CommandLine;
using System.Globalization;
using Beleg.App.Dashboard.Language;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Sources;

namespace Beleg.App.Commands;

/// <summary>source add, list, rotate, remove: where webhooks come from.</summary>
internal static class SourceVerb
{
    private static readonly Argument<string> workspace = new("WS") { Description = "Name of the workspace." };
    private static readonly Argument<string> name = new("SOURCE") { Description = "Name of the source: part of its address, and its provider where --provider names none." };
    private static readonly Option<string?> provider = new("--provider") { Description = "Which provider's format it speaks.", HelpName = "PROVIDER" };
    private static readonly Option<string[]> accounts = new("--account") { Description = "A provider's account id it may speak for (phone number id, shop domain …); may be repeated.", HelpName = "ID", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> shop = new("--shop") { Description = "The shop its orders belong to; its name where none is given.", HelpName = "SHOP" };
    private static readonly Option<string?> secretFile = new("--secret-file") { Description = "Reads the secret (first line) and the verify token (second) from a file instead of standard input.", HelpName = "FILE" };
    private static readonly Option<string?> region = new("--region") { Description = "Country of phone numbers written without one, ISO 3166.", HelpName = "CC" };
    private static readonly Option<Actor> actor = new("--default-actor") { Description = "Who wrote an outbound message known from its statuses alone.", HelpName = "ACTOR", DefaultValueFactory = _ => Actor.Unknown };

    public static Command Build() => new("source", "Add, list, rotate and remove sources of webhooks.")
    {
        new Verb("add", "Add a source, or replace one. Its secret (first line) and verify token (second) come from standard input or a file, never from an argument.")
        {
            Runs = Add, TakesInput = true, Arguments = { workspace, name }, Options = { provider, accounts, shop, secretFile, region, actor },
        },
        new Verb("list", "List a workspace's sources and how they do.") { Runs = List, Arguments = { workspace } },
        new Verb("rotate", "Add a new secret; the one before stays valid.") { Runs = Rotate, TakesInput = true, Arguments = { workspace, name }, Options = { secretFile } },
        new Verb("end-rotation", "Only the newest secret stays valid.") { Runs = EndRotation, Arguments = { workspace, name } },
        new Verb("remove", "Remove a source; what it delivered stays.") { Runs = Remove, Arguments = { workspace, name } },
    };

    /// <summary>What is wrong with a new source besides its form; null where nothing is.</summary>
    public static string? Problem(string name, string provider, IReadOnlyList<string> secrets) =>
        BuiltInSources.Find(name) is not null ? $"'{name}' is a source that every workspace has already: choose another name."
        : !Addable.Contains(provider) ? $"'{provider}' is no provider: say one of {string.Join(", ", Addable)} with --provider."
        : secrets.Count == 0 ? "A source needs a secret: pipe it in, such as: printf %s \"$SECRET\" | beleg source add …"
        : null;

    /// <summary>The providers whose webhooks can be added; what comes in by other ways needs no source.</summary>
    public static IReadOnlyList<string> Addable { get; } = [.. SourceCatalogue.Providers.Except(["segment", "operator", "import", "links"])];

    private static Task<int> Add(CommandContext context, CancellationToken cancellationToken)
    {
        var owner = context.Data.Require(context.Get(workspace)).Name;
        var lines = Secrets(context);
        var settings = new SourceSettings
        {
            Name = context.Get(name),
            Provider = context.Get(provider) ?? context.Get(name),
            AccountIds = context.Get(accounts) ?? [],
            Shop = context.Get(shop),
            DefaultRegion = context.Get(region)?.ToUpperInvariant(),
            DefaultActor = context.Get(actor),
            Secrets = [.. lines.Take(1)],
            VerifyToken = lines.Skip(1).FirstOrDefault(),
        };
        if (Problem(settings.Name, settings.Provider, settings.Secrets) is { } problem)
            throw new UserErrorException(problem);
        context.Data.State.Sources.Save(owner, settings);
        context.Data.Notify();
        var address = new Uri(context.ServerAddress, $"/in/{owner}/{settings.Name}").ToString();
        if (context.Json)
            context.WriteJson(new { workspace = owner, source = settings.Name, provider = settings.Provider, address });
        else
            context.Out.WriteLine($"Ready at {address}");
        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> List(CommandContext context, CancellationToken cancellationToken)
    {
        var owner = context.Data.Require(context.Get(workspace)).Name;
        var sources = SourceGlance.List(context.Data, owner, context.Data.Clock.GetCurrentInstant());
        if (context.Json)
        {
            context.WriteJson(sources.Select(one => new
            {
                name = one.Settings.Name,
                provider = one.Settings.Provider,
                trust = one.Settings.Trust,
                account_ids = one.Settings.AccountIds,
                shop = one.Settings.Shop,
                secrets = one.Settings.Secrets.Count,
                state = ReportLanguage.Label(one.State),
                quiet_since = one.QuietSince,
                deliveries = one.Deliveries,
                last_received_at = one.LastAt,
                refused = one.Refused,
            }));
            return Task.FromResult(ExitCode.Done);
        }

        var zone = NodaTime.DateTimeZoneProviders.Tzdb[context.Data.Require(owner).Settings.TimeZone];
        foreach (var one in sources)
            context.Out.WriteLine($"{one.Settings.Name}\t{one.Settings.Provider}\t{string.Join(",", one.Settings.AccountIds)}\t{one.Settings.Secrets.Count} secret(s)\t{InWords(one, zone)}");
        return Task.FromResult(ExitCode.Done);
    }

    private static string InWords(SourceGlance source, NodaTime.DateTimeZone zone) => source.State switch
    {
        SourceState.TurningAway => Texts.Troubled.En,
        SourceState.Receiving => Texts.Healthy.En,
        SourceState.Quiet => string.Format(CultureInfo.InvariantCulture, Texts.QuietSince.En, source.LastAt!.Value.InZone(zone).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)),
        _ => Texts.Waiting.En,
    };

    private static Task<int> Rotate(CommandContext context, CancellationToken cancellationToken) =>
        Change(context, owner => context.Data.State.Sources.Rotate(owner, context.Get(name), Secrets(context).FirstOrDefault() ?? throw new UserErrorException("Pipe the new secret in.")), "Both secrets are valid; end it with: beleg source end-rotation");

    private static Task<int> EndRotation(CommandContext context, CancellationToken cancellationToken) =>
        Change(context, owner => context.Data.State.Sources.EndRotation(owner, context.Get(name)), "Only the newest secret is valid.");

    private static Task<int> Remove(CommandContext context, CancellationToken cancellationToken) =>
        Change(context, owner =>
        {
            if (!context.Data.State.Sources.Remove(owner, context.Get(name)))
                throw new UserErrorException($"The workspace {owner} has no source {context.Get(name)}.");
        }, "Removed; what it delivered stays in the journal.");

    private static Task<int> Change(CommandContext context, Action<string> change, string done)
    {
        change(context.Data.Require(context.Get(workspace)).Name);
        context.Data.Notify();
        context.Out.WriteLine(done);
        return Task.FromResult(ExitCode.Done);
    }

    private static List<string> Secrets(CommandContext context)
    {
        var text = context.Get(secretFile) is { } file ? ReadFile(context.PathOf(file)) : context.Console.ReadInput();
        return [.. text.Split('\n').Select(line => line.Trim('\r', ' ', '\t')).Where(line => line.Length > 0)];
    }

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The file {path} cannot be read: {unreadable.Message}", unreadable);
        }
    }
}
