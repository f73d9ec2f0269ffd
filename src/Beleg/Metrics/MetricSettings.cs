using Beleg.Attribution;
using Beleg.Model;
using NodaTime;

namespace Beleg.Metrics;

/// <summary>What a workspace has chosen about its figures.</summary>
public sealed record MetricSettings
{
    /// <summary>The workspace's currency, ISO 4217.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>The zone its days are cut in.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>How long a conversation must stay quiet before it counts as settled; 72 h.</summary>
    public Duration RecontactWindow { get; init; } = Duration.FromHours(72);

    /// <summary>How long after a touch an order may still come, by its channel and kind; 30 days. The facts were folded with the same.</summary>
    public TouchWindows Windows { get; init; } = TouchWindows.Default;

    /// <summary>The longest of them: a figure is open until it has passed.</summary>
    public Duration LookBack => Windows.Longest;

    /// <summary>The attribution model where nobody chooses one, by id.</summary>
    public string Model { get; init; } = AttributionModels.Default.Id;

    /// <summary>How long someone stays a customer after an order; 365 days.</summary>
    public int ActiveWindowDays { get; init; } = 365;

    /// <summary>What lies in an order's revenue (tax, shipping, discount), in one line for every report.</summary>
    public string RevenueBasis { get; init; } = "captured minus refunded, as the shop reports it";

    /// <summary>Whether revenue value counts influenced revenue instead of attributed.</summary>
    public bool ValueInfluenced { get; init; }

    /// <summary>Flows that a person marked as upsell, with commas between; none where empty.</summary>
    public string UpsellFlows { get; init; } = "";

    /// <summary>Them one by one.</summary>
    internal IEnumerable<string> Upsell => UpsellFlows.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);

    /// <summary>Months over which one-off costs are spread in ROI; 12.</summary>
    public int AmortiseMonths { get; init; } = 12;
}
