namespace Beleg.Metrics.Rows;

/// <summary>What is shown of each fact, with the expression that reads it.</summary>
internal static class RowColumns
{
    private static readonly RowColumn contact = new("contact", new("Contact", "Kontakt"), RowColumnKind.Contact);
    private static readonly RowColumn channel = new("channel", new("Channel", "Kanal"), RowColumnKind.Label);
    private static readonly RowColumn flow = new("flow", new("Flow", "Flow"), RowColumnKind.Text);
    private static readonly RowColumn step = new("step", new("Step", "Schritt"), RowColumnKind.Text);
    private static readonly RowColumn entry = new("entry_point", new("Entry point", "Einstieg"), RowColumnKind.Label);
    private static readonly RowColumn shop = new("shop", new("Shop", "Shop"), RowColumnKind.Text);
    private static readonly RowColumn order = new("order", new("Order", "Bestellung"), RowColumnKind.Order);
    private static readonly RowColumn evidence = new("evidence", new("Evidence", "Nachweis"), RowColumnKind.Text);

    private static readonly Dictionary<string, (RowColumn Column, string Expression)[]> facts = new(StringComparer.Ordinal)
    {
        ["conversation"] =
        [
            (At("started_at", "Started", "Begonnen"), "started_at"), (contact, "contact"), (channel, "channel"), (flow, "flow_id"), (entry, "entry_point"),
            (Flag("goal_reached", "Goal reached", "Ziel erreicht"), "goal_reached"), (Flag("human_involved", "A person helped", "Mensch half"), "human_involved"), (Flag("abandoned", "Abandoned", "Abgebrochen"), "abandoned"),
        ],
        ["message"] = Messages,
        ["step_visit"] =
        [
            (At("entered_at", "Entered", "Betreten"), "entered_at"), (contact, "contact"), (channel, "channel"), (flow, "flow_id"), (new("flow_version", new("Version", "Fassung"), RowColumnKind.Text), "flow_version"),
            (step, "step_id"), (Flag("left", "Left", "Verlassen"), "\"left\""),
        ],
        ["lead"] = [(At("captured_at", "Captured", "Erfasst"), "captured_at"), (contact, "contact"), (channel, "channel"), (flow, "flow_id"), (entry, "entry_point"), (new("status", new("Status", "Status"), RowColumnKind.Text), "status"), (Flag("with_consent", "With consent", "Mit Einwilligung"), "with_consent")],
        ["survey"] = [(At("answered_at", "Answered", "Beantwortet"), "answered_at"), (contact, "contact"), (channel, "channel"), (flow, "flow_id"), (new("type", new("Question", "Frage"), RowColumnKind.Text), "\"type\""), (new("score", new("Score", "Wert"), RowColumnKind.Number), "score")],
        ["visit"] = [(At("at", "When", "Wann"), "\"at\""), (contact, "contact"), (new("traffic_channel", new("Traffic", "Traffic"), RowColumnKind.Text), "traffic_channel"), (Flag("with_chat", "With chat", "Mit Chat"), "with_chat"), (Flag("converted", "Converted", "Konvertiert"), "converted")],
        ["orders"] = [(At("placed_at", "Placed", "Bestellt"), "placed_at"), (shop, "shop"), (order, "order_id"), (contact, "contact"), (evidence, "upper(evidence::varchar)"), (new("net", new("Net", "Netto"), RowColumnKind.Money), "net_minor")],
        ["credit"] =
        [
            (At("booked_at", "Booked", "Gebucht"), "booked_at"), (shop, "(SELECT o.shop FROM orders AS o WHERE o.\"order\" = credit.\"order\")"), (order, "(SELECT o.order_id FROM orders AS o WHERE o.\"order\" = credit.\"order\")"),
            // Two touches of one order in one flow are two rows: what the touch was and when tells them apart.
            (contact, "contact"), (new("touch_kind", new("Touch", "Berührung"), RowColumnKind.Label), "touch_kind"), (At("touched_at", "Touched", "Berührt"), "touch_at"),
            (channel, "channel"), (flow, "flow_id"), (evidence, "upper(evidence::varchar)"), (new("credited", new("Credited", "Zugerechnet"), RowColumnKind.Money), "{model}"),
        ],
        ["cart"] = [(At("started_at", "Started", "Begonnen"), "started_at"), (shop, "shop"), (contact, "contact"), (new("state", new("State", "Status"), RowColumnKind.Text), "state"), (new("amount", new("Amount", "Betrag"), RowColumnKind.Money), "amount_minor"), (At("touched_at", "Touched by chat", "Vom Chat berührt"), "touched_at"), (At("ordered_at", "Ordered", "Bestellt"), "ordered_at")],
        ["cancellation_intent"] = [(At("intent_at", "Wanted to cancel", "Wollte kündigen"), "intent_at"), (contact, "contact"), (channel, "channel"), (flow, "flow_id"), (Flag("handled", "Answered", "Beantwortet"), "handled"), (At("cancelled_at", "Cancelled", "Gekündigt"), "cancelled_at")],
        ["deal"] = [(At("updated_at", "Updated", "Geändert"), "updated_at"), (contact, "contact"), (new("stage", new("Stage", "Phase"), RowColumnKind.Text), "stage"), (new("amount", new("Amount", "Betrag"), RowColumnKind.Money), "amount_minor"), (Flag("influenced", "Touched by chat", "Vom Chat berührt"), "influenced")],
        ["handoff"] =
        [
            (At("requested_at", "Requested", "Angefragt"), "requested_at"), (contact, "contact"), (channel, "channel"), (flow, "flow_id"),
            (new("required", new("Required fields", "Pflichtfelder"), RowColumnKind.Number), "\"required\""), (new("filled", new("Filled", "Gefüllt"), RowColumnKind.Number), "filled"),
            (Flag("repeated", "Had to repeat", "Musste wiederholen"), "coalesce(repeated, false)"), (At("accepted_at", "Accepted", "Angenommen"), "accepted_at"),
        ],
        ["appointment"] = [(At("starts_at", "Starts", "Beginnt"), "starts_at"), (contact, "contact"), (channel, "channel"), (flow, "flow_id"), (new("state", new("State", "Status"), RowColumnKind.Text), "state")],
    };

    private static (RowColumn, string)[] Messages =>
    [
        (At("at", "When", "Wann"), "\"at\""), (contact, "contact"), (channel, "channel"), (flow, "flow_id"), (step, "step_id"), (new("kind", new("Kind", "Art"), RowColumnKind.Text), "kind"),
        (Flag("delivered", "Delivered", "Zugestellt"), "delivered_at IS NOT NULL"), (Flag("read", "Read", "Gelesen"), "read_at IS NOT NULL"),
        (Flag("clicked", "Clicked", "Geklickt"), "(link_clicked_at IS NOT NULL OR button_clicked_at IS NOT NULL)"), (Flag("replied", "Replied", "Beantwortet"), "replied_at IS NOT NULL"),
    ];

    /// <summary>The columns of a fact, and one more for what a measure sums or ranks where no column shows it.</summary>
    public static IReadOnlyList<(RowColumn Column, string Expression)> Of(Measure measure)
    {
        var shown = facts.GetValueOrDefault(measure.Fact) ?? Plain(FactScans.All[measure.Fact], measure.Time);
        if (measure.Of is not { } of || shown.Any(column => column.Expression == of || column.Expression == of.Trim('"')))
            return shown;
        return measure.Aggregate switch
        {
            Aggregate.Sum or Aggregate.Quantile => [.. shown, (new RowColumn("value", new("Value", "Wert"), Kind(measure.Fact, of)), of)],
            // Whoever counts the rows again has to know which of them are one.
            Aggregate.Distinct => [.. shown, (new RowColumn("counted", new("Counted once", "Zählt einmal"), of is "run" or "conversation" ? RowColumnKind.Key : RowColumnKind.Text), of)],
            _ => shown,
        };
    }

    /// <summary>How what a measure sums is written.</summary>
    public static RowColumnKind KindOf(Measure measure) =>
        (facts.GetValueOrDefault(measure.Fact) ?? []).FirstOrDefault(column => column.Expression == measure.Of || column.Expression == measure.Of?.Trim('"')).Column?.Kind ?? Kind(measure.Fact, measure.Of ?? "");

    // A join that somebody adds to the scans shows its day, its contact and what it can be split by.
    private static (RowColumn, string)[] Plain(FactScan scan, string time) =>
    [
        (new RowColumn("day", new("Day", "Tag"), RowColumnKind.Text), time), (contact, "contact"),
        .. scan.Dimensions.Select(d => (new RowColumn(d.Key, Dimensions.Find(d.Key)!.Name, d.Key is "channel" or "entry_point" ? RowColumnKind.Label : RowColumnKind.Text), d.Value)),
    ];

    // Whatever is summed of a credit is money: each of its columns is one model's.
    private static RowColumnKind Kind(string fact, string of) => fact == "credit" || of.Contains("minor", StringComparison.Ordinal) ? RowColumnKind.Money
        : of.Contains("_ms", StringComparison.Ordinal) || of.Contains("millisecond", StringComparison.Ordinal) ? RowColumnKind.Duration : RowColumnKind.Number;

    private static RowColumn At(string id, string english, string german) => new(id, new(english, german), RowColumnKind.Moment);

    private static RowColumn Flag(string id, string english, string german) => new(id, new(english, german), RowColumnKind.Flag);
}
