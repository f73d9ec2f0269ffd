using Beleg.Metrics;

namespace Beleg.Reports;

/// <summary>Which figures a proof carries, where they stand, and in which order.</summary>
internal static class ProofLayout
{
    /// <summary>The figures of the whole programme.</summary>
    public static IReadOnlyList<(string Metric, string? Segment, string Group)> Figures { get; } =
    [
        ("net_value", null, "headline"),
        ("roi_pct", null, "headline"),
        ("payback_months", null, "headline"),
        ("automated_conversations", null, "savings"),
        ("containment_rate", null, "savings"),
        ("abandonment_rate", null, "savings"),
        ("avoided_support_cost", null, "savings"),
        ("attributed_revenue", null, "revenue"),
        ("influenced_revenue", null, "revenue"),
        ("revenue_per_chat", null, "revenue"),
        ("conversion_rate", "with_chat=true", "revenue"),
        ("conversion_rate", "with_chat=false", "revenue"),
        ("csat", "rated=bot", "experience"),
        ("nps", "rated=bot", "experience"),
        ("thumbs", "rated=bot", "experience"),
        ("first_response_time_automated", null, "experience"),
        ("first_response_time_human", null, "experience"),
        ("time_to_resolution", null, "experience"),
        ("opt_out_rate", null, "risk"),
        ("leads_without_consent", null, "risk"),
        ("fallback_rate", null, "risk"),
    ];

    /// <summary>Those that are left out where they have no value: hardly a workspace asks in three ways, or has its visits connected.</summary>
    public static IReadOnlyList<string> Optional { get; } = ["csat", "nps", "thumbs", "first_response_time_human", "conversion_rate"];

    /// <summary>Those of credited money, which are led by their conservative value.</summary>
    public static IReadOnlyList<string> Credited { get; } = ["attributed_revenue", "influenced_revenue"];

    /// <summary>Short names, by metric and segment, for a page that is read in a minute; the catalogue's where there is none.</summary>
    public static IReadOnlyDictionary<string, Words> ShortNames { get; } = new Dictionary<string, Words>
    {
        ["roi_pct"] = new("ROI", "ROI"),
        ["payback_months"] = new("Payback", "Amortisation"),
        ["automated_conversations"] = new("Handled by automation", "Automatisiert geführt"),
        ["containment_rate"] = new("Solved without a person", "Ohne Menschen gelöst"),
        ["abandonment_rate"] = new("Abandoned", "Abgebrochen"),
        ["conversion_rate:with_chat=true"] = new("Visitors with chat who convert", "Besucher mit Chat, die kaufen"),
        ["conversion_rate:with_chat=false"] = new("Visitors without chat", "Besucher ohne Chat"),
        ["csat:rated=bot"] = new("CSAT, automated", "CSAT, automatisiert"),
        ["nps:rated=bot"] = new("NPS, automated", "NPS, automatisiert"),
        ["thumbs:rated=bot"] = new("Thumbs up, automated", "Daumen hoch, automatisiert"),
        ["first_response_time_automated"] = new("First response, automated", "Erste Antwort, automatisch"),
        ["first_response_time_human"] = new("First response, human", "Erste Antwort, menschlich"),
        ["fallback_rate"] = new("Not understood", "Nicht verstanden"),
        ["opt_out_rate"] = new("Opt-outs", "Abmeldungen"),
        ["leads_without_consent"] = new("Leads without consent", "Leads ohne Einwilligung"),
    };

    /// <summary>Assumptions in a few words; their stable name where there are none.</summary>
    public static IReadOnlyDictionary<string, Words> AssumptionNames { get; } = new Dictionary<string, Words>
    {
        ["would_have_contacted_human"] = new("Would have asked a person", "Hätten einen Menschen gefragt"),
        ["contribution_margin"] = new("Contribution margin", "Deckungsbeitrag"),
        ["weeks_per_month"] = new("Weeks per month", "Wochen je Monat"),
        ["hourly_cost"] = new("Team hour", "Teamstunde"),
        ["cost_per_human_contact"] = new("Human contact", "Menschlicher Kontakt"),
        ["baseline_containment"] = new("Solved before", "Vorher gelöst"),
    };
}
