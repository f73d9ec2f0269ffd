using System.CommandLine;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.State;

namespace Beleg.App.Commands;

/// <summary>report share: links that show a part of a workspace to whoever has them.</summary>
internal static class ReportShareVerb
{
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string> from = new("--from") { Description = "The first month it shows, 2026-05.", HelpName = "MONTH", Required = true };
    private static readonly Option<string> to = new("--to") { Description = "The last month it shows.", HelpName = "MONTH", Required = true };
    private static readonly Option<string?> channel = new("--channel") { Description = "The only channel it shows.", HelpName = "CHANNEL" };
    private static readonly Option<string?> flow = new("--flow") { Description = "The only flow it shows.", HelpName = "FLOW" };
    private static readonly Option<int> days = new("--days") { Description = "How long it holds.", HelpName = "DAYS", DefaultValueFactory = _ => 30 };
    private static readonly Option<bool> drillDown = new("--drill-down") { Description = "Let figures open their breakdown by channel, flow and entry." };
    private static readonly Option<string> label = new("--label") { Description = "What for.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
    private static readonly Argument<string> id = new("ID") { Description = "As in report share list." };

    public static Command Build() => new("share", "Make, list and end links to the living figures.")
    {
        new Verb("create", "Make a link; its scope never changes.") { Runs = Create, Options = { workspace, from, to, channel, flow, days, drillDown, label } },
        new Verb("list", "List a workspace's links and how often they were seen.") { Runs = List, Options = { workspace } },
        new Verb("revoke", "End a link at once.") { Runs = Revoke, Options = { workspace }, Arguments = { id } },
    };

    private static Task<int> Create(CommandContext context, CancellationToken cancellationToken)
    {
        var share = context.Data.State.Shares.Create(context.Data.Require(context.Get(workspace)!).Name, new NewShare
        {
            Label = context.Get(label)!,
            FromMonth = context.Get(from)!,
            ToMonth = context.Get(to)!,
            Channel = context.Get(channel),
            Flow = context.Get(flow),
            DrillDown = context.Get(drillDown),
            Days = context.Get(days),
            CreatedBy = "command line",
        });
        var url = new Uri(context.ServerAddress, Proofs.SharePath(context.Data, share)).ToString();
        if (context.Json)
            context.WriteJson(new { share.Id, url, share.ExpiresAt });
        else
            context.Out.WriteLine(url);
        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> List(CommandContext context, CancellationToken cancellationToken)
    {
        var shares = context.Data.State.Shares.List(context.Data.Require(context.Get(workspace)!).Name);
        if (context.Json)
            context.WriteJson(shares.Select(s => new { s.Share.Id, s.Share.Label, s.Share.FromMonth, s.Share.ToMonth, s.Share.Channel, s.Share.Flow, s.Share.DrillDown, s.Share.ExpiresAt, s.Share.RevokedAt, s.Views, last_view = s.Last }));
        else
            foreach (var (share, views, _) in shares)
                context.Out.WriteLine($"{share.Id}\t{share.FromMonth}..{share.ToMonth}\t{(share.RevokedAt is not null ? "ended" : share.IsOpen(context.Data.Clock.GetCurrentInstant()) ? "open" : "expired")}\t{views} views\t{share.Label}");
        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> Revoke(CommandContext context, CancellationToken cancellationToken)
    {
        if (!context.Data.State.Shares.Revoke(context.Data.Require(context.Get(workspace)!).Name, context.Get(id)))
            throw new UserErrorException($"The workspace has no open link {context.Get(id)}; see: beleg report share list --workspace {context.Get(workspace)}");
        context.Out.WriteLine("Ended.");
        return Task.FromResult(ExitCode.Done);
    }
}
