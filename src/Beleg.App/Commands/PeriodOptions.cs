using System.CommandLine;
using Beleg.App.Dashboard;
using Beleg.App.Dashboard.Language;
using Beleg.App.Hosting;
using Beleg.Primitives;

namespace Beleg.App.Commands;

/// <summary>The options by which verbs are told a period and a language.</summary>
internal static class PeriodOptions
{
    public static Option<string?> Month() => new("--month") { Description = "A month, 2026-09; the last complete one where nothing is said.", HelpName = "MONTH" };

    public static Option<string?> From() => new("--from") { Description = "First day, 2026-09-01.", HelpName = "DAY" };

    public static Option<string?> To() => new("--to") { Description = "The day after the last.", HelpName = "DAY" };

    /// <summary>The language of what a verb says.</summary>
    /// <param name="description">What it is of, and what holds where none is named.</param>
    public static Option<string?> Language(string description = "en or de; en where none is named.")
    {
        var option = new Option<string?>("--lang") { Description = description, HelpName = "LANG" };
        option.Validators.Add(said =>
        {
            foreach (var named in said.Tokens.Where(token => Tongue.Find(token.Value) is null))
                said.AddError($"--lang: '{named.Value}' is no language of Beleg's; say {string.Join(" or ", Tongue.All.Select(tongue => tongue.Code))}.");
        });
        return option;
    }

    /// <summary>The period; the last complete month where nothing is said.</summary>
    /// <exception cref="UserErrorException">The words cannot be read.</exception>
    public static Period Read(string? month, string? from, string? to, OpenWorkspace workspace) =>
        PeriodWords.Read(month, from, to, () => Months.Standard(workspace)) ?? throw new UserErrorException("Name a month such as --month 2026-09, or two days such as --from 2026-08-01 --to 2026-10-01.");
}
