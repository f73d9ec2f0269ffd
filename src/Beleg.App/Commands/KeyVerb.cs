using System.CommandLine;
using Beleg.Primitives;
using Beleg.State;

namespace Beleg.App.Commands;

/// <summary>key create, list, revoke: what programs show to get in.</summary>
internal static class KeyVerb
{
    private static readonly Argument<string> workspace = new("WS") { Description = "Name of the workspace." };
    private static readonly Option<KeyScope> scope = new("--scope") { Description = "write sends events; read asks for figures; admin does both and makes links.", HelpName = "write|read|admin", Required = true };
    private static readonly Option<bool> browser = new("--browser") { Description = "The key will stand in a page: what it sends merges nobody and makes no money." };
    private static readonly Option<string> label = new("--label") { Description = "What you call it.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
    private static readonly Argument<long> id = new("ID") { Description = "As in key list." };

    public static Command Build() => new("key", "Make, list and revoke keys of the API.")
    {
        new Verb("create", "Make a key and print it, once.") { Runs = Create, Arguments = { workspace }, Options = { scope, browser, label } },
        new Verb("list", "List a workspace's keys.") { Runs = List, Arguments = { workspace } },
        new Verb("revoke", "End a key at once.") { Runs = Revoke, Arguments = { workspace, id } },
    };

    private static Task<int> Create(CommandContext context, CancellationToken cancellationToken)
    {
        var owner = context.Data.Require(context.Get(workspace)).Name;
        var (key, secret) = context.Data.State.ApiKeys.Create(owner, context.Get(scope), context.Get(browser), context.Get(label)!);
        if (context.Json)
            context.WriteJson(new { id = key.Id, workspace = owner, scope = key.Scope, browser = key.IsBrowser, key = secret });
        else
            context.Out.WriteLine(secret);
        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> List(CommandContext context, CancellationToken cancellationToken)
    {
        var keys = context.Data.State.ApiKeys.List(context.Data.Require(context.Get(workspace)).Name);
        if (context.Json)
            context.WriteJson(keys);
        else
            foreach (var key in keys)
                context.Out.WriteLine($"{key.Id}\t{key.Prefix}…\t{key.Scope.ToString().ToLowerInvariant()}{(key.IsBrowser ? " browser" : "")}\t{(key.RevokedAt is null ? "valid" : "revoked")}\t{key.Label}");
        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> Revoke(CommandContext context, CancellationToken cancellationToken)
    {
        if (!context.Data.State.ApiKeys.Revoke(context.Data.Require(context.Get(workspace)).Name, context.Get(id)))
            throw new UserErrorException($"The workspace has no valid key {context.Get(id)}; see: beleg key list {context.Get(workspace)}");
        context.Out.WriteLine("Revoked.");
        return Task.FromResult(ExitCode.Done);
    }
}
