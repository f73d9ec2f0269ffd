using System.CommandLine;

namespace Beleg.App.Commands;

/// <summary>erase: takes a person out of everything that was delivered.</summary>
internal static class EraseVerb
{
    private static readonly Argument<string> identifier = new("IDENTIFIER") { Description = "E-mail, phone number with its country code, id as it was delivered, or the contact's key." };
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string?> type = new("--type") { Description = "What the identifier is (email, phone, customer_id …), where it could be several.", HelpName = "TYPE" };
    private static readonly Option<bool> dryRun = new("--dry-run") { Description = "Only say what would be done." };

    public static Command Build() => new Verb("erase", "Erase a person: names, addresses, ids and words leave the journal for good; figures stay.")
    {
        Runs = RunAsync,
        Arguments = { identifier },
        Options = { workspace, type, dryRun },
    };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var done = await open.Follower.EraseAsync(context.Get(identifier), context.Get(type), context.Get(dryRun), context.Progress(), cancellationToken);
        if (context.Json)
            context.WriteJson(new { contact = done.Contact, events = done.Events, deliveries = done.Deliveries, links = done.Links, dry_run = done.DryRun });
        else if (done.DryRun)
            await context.Out.WriteLineAsync(FormattableString.Invariant($"Contact {done.Contact}: {done.Deliveries} deliveries would be rewritten. Nothing was changed."));
        else
            await context.Out.WriteLineAsync(FormattableString.Invariant($"Contact {done.Contact} is erased: {done.Deliveries} deliveries rewritten, {done.Links} links forgot whom they were made for; {done.Events} events still count. Backups made before still hold the person."));
        return ExitCode.Done;
    }
}
