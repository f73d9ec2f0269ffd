namespace Beleg.Sources.Files;

/// <summary>Money that moved back.</summary>
internal static class RefundRows
{
    public static ImportKind Kind { get; } = new("refunds", "Money that moved back on an order: the amount of the transaction, not of the items returned.",
    [
        Columns.OrderId.Needed().Or("order_name"),
        Columns.Money("amount", "Money given back, in major units.", "19.90").Needed().Or("refunded", "refund_amount", "refunded_amount", "total", "betrag"),
        Columns.Currency.Needed(),
        Columns.Time("refunded_at", "When it was given back.").Needed().Or("created_at", "date", "time", "timestamp", "processed_at", "refund_date", "datum"),
        Columns.Text("refund_id", "The shop's id of the refund; rows without one are told apart by their content.", "509562969").Or("id", "transaction_id", "refund"),
        Columns.Choice("kind", "How it went back.", "refund", new() { ["refund"] = [], ["chargeback"] = ["charge_back", "dispute"] }).Or("type"),
        Columns.Shop,
    ], Compose)
    { Id = ["shop", "refund_id"] };

    private static void Compose(ImportRecord record, ItemWriter into) =>
        into.Begin(record, "Order Refunded", record["refunded_at"]!)
            .Put("refund_id", record["refund_id"] ?? record.Id)
            .PutOthers(record, "refunded_at", "refund_id")
            .End();
}
