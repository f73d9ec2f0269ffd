using System.Net;
using System.Text.RegularExpressions;

namespace Beleg.EndToEnd.Support;

/// <summary>Signing in as a person would, by the forms.</summary>
internal static partial class SignedIn
{
    public const string Password = "correct horse battery";

    /// <summary>Uses a sign-in link, sets a password, and gives the client its session.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(this RunningBeleg beleg, HttpClient client, string email = "owner@localhost")
    {
        var link = (await beleg.RunAsync("sign-in-link", "--email", email)).Ok().Trim();
        var path = new Uri(link).AbsolutePath;
        var page = await client.GetStringAsync(path);
        return await client.PostAsync("/welcome", Form(page, ("token", path.Split('/')[^1]), ("password", Password)));
    }

    /// <summary>A form with the hidden token of the page it stands on.</summary>
    public static FormUrlEncodedContent Form(string page, params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Prepend(KeyValuePair.Create("_form", WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value))));

    [GeneratedRegex("name=\"_form\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
