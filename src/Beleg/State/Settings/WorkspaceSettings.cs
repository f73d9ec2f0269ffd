using System.Collections.Frozen;
using System.Text.Json.Serialization;
using NodaTime;

namespace Beleg.State.Settings;

/// <summary>How a workspace's figures are made. Ranges stand in <see cref="SettingsCatalogue"/>; units in the names.</summary>
public sealed record WorkspaceSettings
{
    /// <summary>IANA zone of its days, weeks, months and business hours.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>ISO 4217; figures are shown in it.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>Language of its reports.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Silence after which a message begins a new conversation.</summary>
    public int ConversationGapHours { get; init; } = 24;

    /// <summary>How long a contact must stay away from people for its conversation to count as contained.</summary>
    public int RecontactWindowHours { get; init; } = 72;

    /// <summary>Clicks of one contact on one link within it are one click.</summary>
    public int ClickWindowMinutes { get; init; } = 30;

    /// <summary>How long before an order a touch may have caused it.</summary>
    public int LookBackDays { get; init; } = 30;

    /// <summary>
    /// Days for touches of one channel (<c>whatsapp</c>), one kind (<c>click</c>) or both (<c>whatsapp.click</c>), where they differ from
    /// <see cref="LookBackDays"/>.
    /// </summary>
    public IReadOnlyDictionary<string, int> LookBackWindows { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>Time in which a touch loses half its weight in the model time_decay.</summary>
    public int HalfLifeDays { get; init; } = 7;

    /// <summary>Who ordered within it is a customer.</summary>
    public int ActiveWindowDays { get; init; } = 365;

    /// <summary>The model of a figure where nobody chose another.</summary>
    public string AttributionModel { get; init; } = "linear";

    /// <summary>Whether revenue includes tax.</summary>
    public bool RevenueIncludesTax { get; init; } = true;

    /// <summary>Whether revenue includes shipping.</summary>
    public bool RevenueIncludesShipping { get; init; } = true;

    /// <summary>Whether revenue is taken before discounts.</summary>
    public bool RevenueIncludesDiscount { get; init; }

    /// <summary>An identifier that would join more contacts than this joins none.</summary>
    public int MaxContactsPerIdentifier { get; init; } = 20;

    /// <summary>A ratio over fewer cases is flagged.</summary>
    public int MinSample { get; init; } = 30;

    /// <summary>Intents of somebody who wants to end a subscription, as the bot or the transcript review names them.</summary>
    public string CancellationIntents { get; init; } = "cancel, cancellation, cancel_subscription, churn, kuendigung, kündigung";

    /// <summary>Flows whose sales are upsell, by id, with commas between; none where empty.</summary>
    public string UpsellFlows { get; init; } = "";

    /// <summary>Domains that links may lead to; a domain admits its subdomains.</summary>
    public IReadOnlyList<string> LinkDomains { get; init; } = [];

    /// <summary>Business hours, each calendar valid from its day on. None: figures in business hours have no value.</summary>
    public IReadOnlyList<BusinessCalendar> BusinessCalendars { get; init; } = [];

    /// <summary>The zone of <see cref="TimeZone"/>.</summary>
    [JsonIgnore]
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[TimeZone];
}
