using System.CommandLine;
using Beleg.State.Settings;

namespace Beleg.App.Commands;

/// <summary>workspace create, list, set: one for each client.</summary>
internal static class WorkspaceVerb
{
    private static readonly Argument<string> name = new("NAME") { Description = "1 to 40 of a-z, 0-9 and hyphen." };
    private static readonly Option<string> currency = new("--currency") { Description = "Currency of its figures, ISO 4217.", HelpName = "CODE", DefaultValueFactory = _ => "EUR" };
    private static readonly Option<string> zone = new("--zone") { Description = "Zone of its days, IANA.", HelpName = "ZONE", DefaultValueFactory = _ => "UTC" };
    private static readonly Option<string?> display = new("--display-name") { Description = "What people call it.", HelpName = "TEXT" };
    private static readonly Argument<string> key = new("SETTING") { Description = "Name of the setting." };
    private static readonly Argument<string> value = new("VALUE") { Description = "Its value." };

    public static Command Build() => new("workspace", "Make, list and set up workspaces, one for each client.")
    {
        new Verb("create", "Make a workspace.") { Runs = Create, Arguments = { name }, Options = { currency, zone, display } },
        new Verb("list", "List the workspaces.") { Runs = List },
        new Verb("settings", "Show a workspace's settings with their ranges.") { Runs = Show, Arguments = { name } },
        new Verb("set", "Change a setting, such as link_domains or look_back_days.") { Runs = Set, Arguments = { name, key, value } },
    };

    private static Task<int> Create(CommandContext context, CancellationToken cancellationToken)
    {
        var settings = new WorkspaceSettings { Currency = context.Get(currency)!.ToUpperInvariant(), TimeZone = context.Get(zone)! };
        var made = context.Data.State.Workspaces.Create(context.Get(name), context.Get(display), settings);
        context.Data.Notify();
        if (context.Json)
            context.WriteJson(new { name = made.Name, currency = settings.Currency, zone = settings.TimeZone });
        else
            context.Out.WriteLine($"Made the workspace {made.Name} ({settings.Currency}, {settings.TimeZone}).");
        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> List(CommandContext context, CancellationToken cancellationToken)
    {
        var all = context.Data.State.Workspaces.List();
        if (context.Json)
            context.WriteJson(all.Select(one => new { name = one.Name, display_name = one.DisplayName, currency = one.Settings.Currency, zone = one.Settings.TimeZone, created_at = one.CreatedAt }));
        else if (all.Count == 0)
            context.Error.WriteLine("There is no workspace yet: beleg workspace create NAME");
        else
            foreach (var one in all)
                context.Out.WriteLine($"{one.Name}\t{one.Settings.Currency}\t{one.Settings.TimeZone}\t{one.DisplayName}");
        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> Show(CommandContext context, CancellationToken cancellationToken)
    {
        var settings = context.Data.Require(context.Get(name)).Settings;
        if (context.Json)
            context.WriteJson(SettingsCatalogue.All.ToDictionary(setting => setting.Key, setting => setting.Show(settings)));
        else
            foreach (var setting in SettingsCatalogue.All)
                context.Out.WriteLine($"{setting.Key} = {setting.Show(settings)}\t({setting.Range}; {setting.Meaning})");
        return Task.FromResult(ExitCode.Done);
    }

    private static async Task<int> Set(CommandContext context, CancellationToken cancellationToken)
    {
        var workspace = context.Data.Require(context.Get(name));
        var changed = SettingsCatalogue.With(workspace.Settings, context.Get(key), context.Get(value));
        await context.Data.Open(workspace.Name).ChangeAsync(context.Data, changed, "command line", "", cancellationToken);
        await context.Out.WriteLineAsync($"{context.Get(key)} = {SettingsCatalogue.All.First(setting => setting.Key == context.Get(key)).Show(changed)}");
        return ExitCode.Done;
    }
}
