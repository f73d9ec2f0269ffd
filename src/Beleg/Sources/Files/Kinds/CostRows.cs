namespace Beleg.Sources.Files;

/// <summary>Lines of the cost ledger.</summary>
internal static class CostRows
{
    public static ImportKind Kind { get; } = new("costs", "Lines of the cost ledger. The same cost id again replaces the line.",
    [
        Columns.Text("kind", "What it is: platform, service, setup, training, agents, messages, ads and the like.", "platform").Needed().Or("cost", "type", "category", "name", "description", "kostenart"),
        Columns.Money("amount", "Amount once, a month, or for the period; not needed where hours and rate are given.", "6000.00").Or("total", "cost_amount", "price", "betrag"),
        Columns.Currency.Needed(),
        Columns.Date("from", "First day; a month stands for its first.").Needed().Or("date", "valid_from", "start", "start_date", "month", "day", "von", "datum"),
        (Columns.Date("to", "Day after the last; open where absent.") with { Example = "2026-10-01" }).Or("until", "end", "end_date", "valid_to", "bis"),
        Columns.Choice("recurrence", "How often it comes back; once where absent, or for the period where both days are given.", "monthly", new()
        {
            ["once"] = ["one_off", "one_time", "einmalig"], ["monthly"] = ["month", "per_month", "monatlich"], ["period"] = ["for_the_period"],
        }).Or("frequency", "interval"),
        Columns.Text("cost_id", "Its id; rows without one are told apart by their content.", "platform-2026").Or("id", "invoice", "invoice_id"),
        Columns.YesNo("human", "Whether it pays for people who answer, not for the programme.").Or("is_human"),
        Columns.Number("hours", "Hours worked.", "12.5"),
        Columns.Money("rate", "Cost of an hour.", "50.00").Or("hourly_rate", "rate_per_hour"),
        Columns.Number("quantity", "How many of them the amount is for, for the record.", "3"),
        Columns.Channel,
        Columns.Text("flow", "Flow it belongs to; the whole programme where absent.", "order-bouquet").Or("flow_id"),
        Columns.Text("campaign", "Campaign it belongs to.", "mothers-day").Or("campaign_id"),
    ], Compose)
    { Id = ["cost_id"] };

    private static void Compose(ImportRecord record, ItemWriter into) =>
        into.Begin(record, "Cost Recorded", record.KnownSince(record["from"]!))
            .Put("cost_id", record["cost_id"] ?? record.Id)
            .PutOthers(record, "cost_id")
            .End();
}
