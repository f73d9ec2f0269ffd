using System.CommandLine;
using Beleg.App.Dashboard;
using Beleg.App.Hosting;

namespace Beleg.App.Commands;

/// <summary>sign-in-link: a link that opens the pages once.</summary>
internal static class SignInLinkVerb
{
    /// <summary>Whoever runs the program, until there are others.</summary>
    public const string Owner = "owner@localhost";

    private static readonly Option<string> email = new("--email")
    {
        Description = "Whom it signs in; a person who is new is added.",
        HelpName = "EMAIL",
        DefaultValueFactory = _ => Owner,
    };

    public static Command Build() => new Verb("sign-in-link", "Print a link that signs in once, within 15 minutes, to set a password.")
    {
        Runs = Run,
        Options = { email },
    };

    /// <summary>A new link for a person.</summary>
    public static string LinkFor(Installation data, string email, Uri server)
    {
        var user = data.State.Users.Find(email) ?? data.State.Users.Add(email, email.Split('@')[0]);
        return new Uri(server, SignInEndpoints.WelcomePath(data.State.SignInLinks.Create(user.Id))).ToString();
    }

    private static Task<int> Run(CommandContext context, CancellationToken cancellationToken)
    {
        var link = LinkFor(context.Data, context.Get(email)!, context.ServerAddress);
        if (context.Json)
            context.WriteJson(new { email = context.Get(email), link });
        else
            context.Out.WriteLine(link);
        return Task.FromResult(ExitCode.Done);
    }
}
