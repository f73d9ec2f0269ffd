using Beleg.Metrics;

namespace Beleg.Reports.ProofPacks;

/// <summary>Which figures a proof carries, where they stand, and in which order.</summary>
internal static class ProofLayout
{
    /// <summary>The figures in each pillar, the most telling first: as many as fit and have something to say are drawn.</summary>
    public static IReadOnlyList<ProofPillar> Pillars { get; } =
    [
        new("savings", new("Savings", "Ersparnis"), ["avoided_support_cost", "automated_conversations", "containment_rate"]),
        new("revenue", new("Revenue influenced", "Beeinflusster Umsatz"), ["influenced_revenue", "conversion_rate:with_chat=true", "revenue_per_chat", "lead_capture_rate"]),
        new("experience", new("Experience", "Erlebnis"), ["csat:rated=bot|nps:rated=bot|thumbs:rated=bot", "time_to_resolution", "first_response_time_automated"]),
        new("risk", new("Risk", "Risiko"), ["opt_out_rate", "leads_without_consent", "fallback_rate"]),
    ];

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
        ("generated_value", null, Unseen),
        ("deflected_contacts", null, Unseen),
        ("lead_capture_rate", null, Unseen),
        ("verified_containment_rate", null, Unseen),
        ("self_serve_rate", null, Unseen),
        ("handoff_rate", null, Unseen),
    ];

    /// <summary>Group of the figures that stand in the JSON and behind the sentences, but not on the page.</summary>
    public const string Unseen = "behind";

    /// <summary>Those that are left out where they have no value: hardly a workspace asks in three ways, or has its visits connected.</summary>
    public static IReadOnlyList<string> Optional { get; } = ["csat", "nps", "thumbs", "first_response_time_human", "conversion_rate"];

    /// <summary>Those of credited money, which are led by their conservative value.</summary>
    public static IReadOnlyList<string> Credited { get; } = ["attributed_revenue", "influenced_revenue"];

    /// <summary>Short names, by metric and segment, for a page that is read in a minute; the catalogue's where there is none.</summary>
    public static IReadOnlyDictionary<string, Words> ShortNames { get; } = new Dictionary<string, Words>
    {
        ["roi_pct"] = new("ROI", "ROI"),
        ["payback_months"] = new("Payback", "Amortisation"),
        ["automated_conversations"] = new("Automated chats", "Automatisierte Chats"),
        ["avoided_support_cost"] = new("Avoided support cost", "Vermiedene Supportkosten"),
        ["influenced_revenue"] = new("Influenced revenue", "Beeinflusster Umsatz"),
        ["revenue_per_chat"] = new("Revenue per chat", "Umsatz pro Chat"),
        ["lead_capture_rate"] = new("Leads with consent", "Leads mit Einwilligung"),
        ["time_to_resolution"] = new("Resolution time", "Lösungszeit"),
        ["containment_rate"] = new("Solved without people", "Ohne Menschen gelöst"),
        ["abandonment_rate"] = new("Abandoned", "Abgebrochen"),
        ["conversion_rate:with_chat=true"] = new("Convert with chat", "Konversion mit Chat"),
        ["conversion_rate:with_chat=false"] = new("Convert without chat", "Konversion ohne Chat"),
        ["csat:rated=bot"] = new("CSAT, automated", "CSAT, automatisiert"),
        ["nps:rated=bot"] = new("NPS, automated", "NPS, automatisiert"),
        ["thumbs:rated=bot"] = new("Thumbs up, automated", "Daumen hoch, automatisiert"),
        ["first_response_time_automated"] = new("First response", "Erste Antwort"),
        ["first_response_time_human"] = new("First human response", "Erste menschliche Antwort"),
        ["fallback_rate"] = new("Not understood", "Nicht verstanden"),
        ["opt_out_rate"] = new("Opt-outs", "Abmeldungen"),
        ["leads_without_consent"] = new("Leads without consent", "Leads ohne Einwilligung"),
    };

    /// <summary>An assumption in a few words; its stable name where there are none.</summary>
    public static Words NameOf(string assumption) => AssumptionNames.TryGetValue(assumption, out var name) ? name
        : assumption.Split(':', 2) is [Metrics.Calculations.ProgrammeValues.HoursSaved, .. var flow] ? new($"Hours saved/week{Of(flow)}", $"Gesparte Stunden/Woche{Of(flow)}")
        : new(assumption, assumption);

    private static string Of(string[] flow) => flow is [var named] ? ", " + named : "";

    /// <summary>Assumptions in a few words.</summary>
    public static IReadOnlyDictionary<string, Words> AssumptionNames { get; } = new Dictionary<string, Words>
    {
        ["would_have_contacted_human"] = new("Would ask people", "Fragten sonst Menschen"),
        ["contribution_margin"] = new("Margin", "Deckungsbeitrag"),
        ["weeks_per_month"] = new("Weeks/month", "Wochen/Monat"),
        ["hourly_cost"] = new("Team hour", "Teamstunde"),
        ["cost_per_human_contact"] = new("Human contact", "Menschlicher Kontakt"),
        ["baseline_containment"] = new("Solved before", "Vorher gelöst"),
    };
}
