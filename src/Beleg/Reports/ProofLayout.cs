using Beleg.Metrics;

namespace Beleg.Reports;

/// <summary>Which figures a proof carries, where they stand, and in which order.</summary>
internal static class ProofLayout
{
    /// <summary>The figures of the whole programme.</summary>
    public static IReadOnlyList<(string Metric, string Group)> Figures { get; } =
    [
        ("net_value", "headline"),
        ("roi_pct", "headline"),
        ("payback_months", "headline"),
        ("automated_conversations", "savings"),
        ("containment_rate", "savings"),
        ("abandonment_rate", "savings"),
        ("avoided_support_cost", "savings"),
        ("attributed_revenue", "revenue"),
        ("influenced_revenue", "revenue"),
        ("revenue_per_chat", "revenue"),
        ("csat", "experience"),
        ("nps", "experience"),
        ("thumbs", "experience"),
        ("first_response_time_automated", "experience"),
        ("first_response_time_human", "experience"),
        ("time_to_resolution", "experience"),
        ("opt_out_rate", "risk"),
        ("leads_without_consent", "risk"),
        ("fallback_rate", "risk"),
    ];

    /// <summary>Those that are asked of automation's work alone.</summary>
    public static IReadOnlyList<string> OfAutomation { get; } = ["csat", "nps", "thumbs"];

    /// <summary>Those that are left out where they have no value: no workspace asks in three ways at once.</summary>
    public static IReadOnlyList<string> Optional { get; } = ["csat", "nps", "thumbs", "first_response_time_human"];

    /// <summary>Those of credited money, which are led by their conservative value.</summary>
    public static IReadOnlyList<string> Credited { get; } = ["attributed_revenue", "influenced_revenue"];

    /// <summary>Short names for a page that is read in a minute; the catalogue's where there is none.</summary>
    public static IReadOnlyDictionary<string, Words> ShortNames { get; } = new Dictionary<string, Words>
    {
        ["roi_pct"] = new("ROI", "ROI"),
        ["payback_months"] = new("Payback", "Amortisation"),
        ["automated_conversations"] = new("Handled by automation", "Automatisiert geführt"),
        ["containment_rate"] = new("Solved without a person", "Ohne Menschen gelöst"),
        ["abandonment_rate"] = new("Abandoned", "Abgebrochen"),
        ["csat"] = new("CSAT, automated", "CSAT, automatisiert"),
        ["nps"] = new("NPS, automated", "NPS, automatisiert"),
        ["thumbs"] = new("Thumbs up, automated", "Daumen hoch, automatisiert"),
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
