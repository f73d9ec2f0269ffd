using System.CommandLine;
using Beleg.App.Dashboard;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.State;

namespace Beleg.App.Commands;

/// <summary>sign-in-link: a link that opens the pages once.</summary>
internal static class SignInLinkVerb
{
    /// <summary>Whoever runs the program, until there are others.</summary>
    public const string Owner = "owner@localhost";

    private static readonly Option<string> email = new("--email")
    {
        Description = "Whom it signs in; others than the owner are added first: beleg user add.",
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
        var user = data.State.Users.Find(email) ?? (email == Owner ? AddOwner(data) : throw new UserErrorException($"There is no person {email}: beleg user add {email} --role viewer|editor|admin"));
        return new Uri(server, SignInEndpoints.WelcomePath(data.State.SignInLinks.Create(user.Id))).ToString();
    }

    // Whoever runs commands on this machine has the data in hand anyway.
    private static User AddOwner(Installation data)
    {
        var user = data.State.Users.Add(Owner, "owner");
        data.State.Roles.Give(user.Id, null, Role.Admin, UserVerb.Author);
        return user;
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
