using System.Globalization;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.State.Settings;

/// <summary>Every setting of a workspace, its default, unit and range, in one place.</summary>
public static class SettingsCatalogue
{
    private static readonly HashSet<string> Shaping =
    [
        "time_zone", "currency", "conversation_gap_hours", "click_window_minutes", "look_back_days", LookBackWindows.Key, "half_life_days",
        "revenue_includes_tax", "revenue_includes_shipping", "revenue_includes_discount", "max_contacts_per_identifier", "cancellation_intents",
    ];

    private static readonly string[] Languages = ["en", "de"];
    private static readonly string[] Models = ["first", "last", "last_non_direct", "linear", "position", "time_decay", "influenced"];

    /// <summary>All settings that are one value, in the order in which a page shows them.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        Text("time_zone", "an IANA zone such as Europe/Berlin", "Days, weeks and months begin in this zone.",
            s => s.TimeZone, (s, value) => s with { TimeZone = value }, value => DateTimeZoneProviders.Tzdb.GetZoneOrNull(value) is not null),
        Text("currency", "an ISO 4217 code such as EUR", "Figures are shown in this currency.",
            s => s.Currency, (s, value) => s with { Currency = value }, value => Currency.TryFind(value, out var found) && found.Code == value),
        OneOf("language", Languages, "Reports are written in this language.",
            s => s.Language, (s, value) => s with { Language = value }),
        Whole("conversation_gap_hours", "h", 1, 720, "Silence after which a message begins a new conversation.",
            s => s.ConversationGapHours, (s, value) => s with { ConversationGapHours = value }),
        Whole("recontact_window_hours", "h", 1, RecontactWindow.MostHours, "How long a contact must stay away from people for its conversation to count as contained.",
            s => s.RecontactWindowHours, (s, value) => s with { RecontactWindowHours = value }),
        Whole("click_window_minutes", "min", 1, 1440, "Clicks of one contact on one link within it are one click.",
            s => s.ClickWindowMinutes, (s, value) => s with { ClickWindowMinutes = value }),
        Whole("look_back_days", "d", 1, 365, "How long before an order a touch may have caused it.",
            s => s.LookBackDays, (s, value) => s with { LookBackDays = value }),
        LookBackWindows.Setting,
        Whole("half_life_days", "d", 1, 90, "Time in which a touch loses half its weight in the model time_decay.",
            s => s.HalfLifeDays, (s, value) => s with { HalfLifeDays = value }),
        Whole("active_window_days", "d", 30, 3650, "Who ordered within it is a customer.",
            s => s.ActiveWindowDays, (s, value) => s with { ActiveWindowDays = value }),
        OneOf("attribution_model", Models, "The model of a figure where nobody chose another.",
            s => s.AttributionModel, (s, value) => s with { AttributionModel = value }),
        Flag("revenue_includes_tax", "Revenue includes tax.",
            s => s.RevenueIncludesTax, (s, value) => s with { RevenueIncludesTax = value }),
        Flag("revenue_includes_shipping", "Revenue includes shipping.",
            s => s.RevenueIncludesShipping, (s, value) => s with { RevenueIncludesShipping = value }),
        Flag("revenue_includes_discount", "Revenue is taken before discounts.",
            s => s.RevenueIncludesDiscount, (s, value) => s with { RevenueIncludesDiscount = value }),
        Whole("max_contacts_per_identifier", "", 2, 1000, "An identifier that would join more contacts than this joins none.",
            s => s.MaxContactsPerIdentifier, (s, value) => s with { MaxContactsPerIdentifier = value }),
        Whole("min_sample", "", 1, 10_000, "A ratio over fewer cases is flagged.",
            s => s.MinSample, (s, value) => s with { MinSample = value }),
        Text("cancellation_intents", "names of intents with commas between, at most 2,000 letters", "A message with one of these intents wants to end a subscription.",
            s => s.CancellationIntents, (s, value) => s with { CancellationIntents = value }, value => value.Length is > 0 and <= 2_000),
        Text("upsell_flows", "ids of flows with commas between, at most 2,000 letters", "What these flows are credited with is upsell revenue.",
            s => s.UpsellFlows, (s, value) => s with { UpsellFlows = value }, value => value.Length <= 2_000),
        new("link_domains", "", "domains such as shop.example, with commas between", "Links lead to these domains and their subdomains only.")
        {
            Show = s => string.Join(", ", s.LinkDomains),
            With = (s, text) => s with { LinkDomains = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] },
            Problems = s => s.LinkDomains.Where(domain => !IsDomain(domain)).Select(domain => $"link_domains: '{domain}' is no domain such as shop.example"),
        },
    ];

    /// <summary>Whether facts hold what a setting decides (days, amounts, credits), so that a change of it folds them anew; the others only change how they are asked.</summary>
    public static bool ShapesFacts(string key) => Shaping.Contains(key);

    /// <summary>What differs between two settings, as text: the key, the first value, the second.</summary>
    public static IReadOnlyList<(string Key, string Before, string After)> Changes(WorkspaceSettings before, WorkspaceSettings after) =>
        [.. All.Select(setting => (setting.Key, Before: setting.Show(before), After: setting.Show(after))).Where(change => change.Before != change.After)];

    /// <summary>Everything that is wrong with some settings, a clause each; empty when all is well.</summary>
    public static IReadOnlyList<string> Problems(WorkspaceSettings settings) =>
        [.. All.SelectMany(setting => setting.Problems(settings)), .. settings.BusinessCalendars.SelectMany((calendar, at) => calendar.Problems(string.Create(CultureInfo.InvariantCulture, $"business_calendars[{at}]")))];

    /// <summary>Refuses settings that are out of range.</summary>
    /// <exception cref="UserErrorException">Lists all that is wrong.</exception>
    public static void Require(WorkspaceSettings settings)
    {
        if (Problems(settings) is { Count: > 0 } problems)
            throw new UserErrorException(string.Join("; ", problems) + ".");
    }

    /// <summary>Settings with one value changed from text, and checked.</summary>
    /// <exception cref="UserErrorException">There is no such setting, or the value is not admitted.</exception>
    public static WorkspaceSettings With(WorkspaceSettings settings, string key, string value)
    {
        var setting = All.FirstOrDefault(setting => setting.Key == key)
            ?? throw new UserErrorException($"There is no setting {key}; there are {string.Join(", ", All.Select(setting => setting.Key))}.");
        var changed = setting.With(settings, value) ?? throw new UserErrorException($"{key} must be {setting.Range}.");
        Require(changed);
        return changed;
    }

    private static bool IsDomain(string text) =>
        text.Length <= 253 && text.Contains('.', StringComparison.Ordinal)
        && text.Split('.').All(label => label.Length is > 0 and <= 63 && label.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'));

    private static SettingDefinition Text(string key, string range, string meaning, Func<WorkspaceSettings, string> get, Func<WorkspaceSettings, string, WorkspaceSettings> set, Func<string, bool> admits) =>
        new(key, "", range, meaning)
        {
            Show = get,
            With = set,
            Problems = settings => admits(get(settings)) ? [] : [$"{key} must be {range}"],
        };

    private static SettingDefinition OneOf(string key, string[] values, string meaning, Func<WorkspaceSettings, string> get, Func<WorkspaceSettings, string, WorkspaceSettings> set) =>
        Text(key, $"one of {string.Join(", ", values)}", meaning, get, set, values.Contains);

    private static SettingDefinition Whole(string key, string unit, int least, int most, string meaning, Func<WorkspaceSettings, int> get, Func<WorkspaceSettings, int, WorkspaceSettings> set)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"{least} to {most}");
        return new(key, unit, range, meaning)
        {
            Show = settings => get(settings).ToString(CultureInfo.InvariantCulture),
            With = (settings, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? set(settings, value) : null,
            Problems = settings => get(settings) >= least && get(settings) <= most ? [] : [$"{key} must be {range}"],
        };
    }

    private static SettingDefinition Flag(string key, string meaning, Func<WorkspaceSettings, bool> get, Func<WorkspaceSettings, bool, WorkspaceSettings> set) =>
        new(key, "", "true or false", meaning)
        {
            Show = settings => get(settings) ? "true" : "false",
            With = (settings, text) => text switch { "true" => set(settings, true), "false" => set(settings, false), _ => null },
            Problems = _ => [],
        };
}
