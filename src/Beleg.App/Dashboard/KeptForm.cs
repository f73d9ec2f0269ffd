using Beleg.Primitives;

namespace Beleg.App.Dashboard;

/// <summary>A form that could not be taken yet: its fields wait until whoever typed them has signed in, or sends them again.</summary>
/// <param name="Act">Where it was sent.</param>
/// <param name="Fields">What it held.</param>
public sealed record KeptForm(string Act, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>The field that says at the door where the others belong.</summary>
    public const string ActField = "_act";

    private const string Token = "_form";
    private const string Withheld = "_withheld";
    private static readonly string[] ofTheDoor = ["email", "password", "return", ActField, Token];
    private static readonly string[] secrets = ["secret", "verify_token"];

    /// <summary>The fields of a form; null where one of them would be taken for one of the door's own, or nothing was typed.</summary>
    public static KeptForm? Of(IFormCollection form) =>
        form.Keys.Any(name => name != Token && ofTheDoor.Contains(name)) || form.Keys.All(name => name == Token) ? null : new KeptForm("", Read(form));

    /// <summary>The fields that wait at the door; null where none do.</summary>
    public static KeptForm? AtTheDoor(IFormCollection form) => form[ActField].ToString() is { Length: > 0 } act ? new KeptForm(act, Read(form)) : null;

    /// <summary>Secrets wait on no page: a form that held one waits without it, and is not taken until it is typed again.</summary>
    /// <exception cref="UserErrorException">This one waited, and held one.</exception>
    public static void RequireSecrets(IFormCollection form)
    {
        if (form.ContainsKey(Withheld))
            throw new UserErrorException(Language.Texts.SecretsAgain.En);
    }

    private static List<(string, string)> Read(IFormCollection form)
    {
        var open = form.Where(field => !ofTheDoor.Contains(field.Key) && !secrets.Contains(field.Key)).SelectMany(field => field.Value, (field, value) => (field.Key, value ?? ""));
        return [.. open, .. secrets.Any(name => form[name].ToString().Length > 0) ? [(Withheld, "yes")] : Array.Empty<(string, string)>()];
    }
}
