namespace Beleg.Sources.Files;

/// <summary>Prices of messages and exchange rates.</summary>
internal static class RateRows
{
    public static ImportKind Kind { get; } = new("rates",
        "Dated rates: exchange rates (from_currency and to_currency), or prices of messages (country and category). A rate holds from its day until the next one.",
    [
        Columns.Date("day", "First day it holds.").Needed().Or("date", "valid_from", "from_date", "datum"),
        Columns.Number("rate", "Units of to_currency for one of from_currency, or the price of one message.", "1.0842").Needed().Or("price", "value", "kurs"),
        new ImportColumn("from_currency", ColumnType.Currency, "Exchange rate: the currency that is one.", "EUR") { Aliases = ["from", "base", "base_currency"] },
        new ImportColumn("to_currency", ColumnType.Currency, "Exchange rate: the currency that is counted.", "USD") { Aliases = ["to", "quote", "quote_currency", "target"] },
        Columns.Text("country_calling_code", "Price: calling code of the recipient, digits; * is any, also where absent.", "49").Or("country", "calling_code", "prefix"),
        Columns.Choice("category", "Price: billing category.", "marketing", new()
        {
            ["marketing"] = [], ["utility"] = [], ["authentication"] = [], ["service"] = [], ["*"] = ["any", "all"],
        }),
        Columns.Currency,
        Columns.Channel,
    ], Compose)
    { NeedsOneOf = ["from_currency", "category"] };

    private static void Compose(ImportRecord record, ItemWriter into)
    {
        var at = record.KnownSince(record["day"]!);
        if (record["from_currency"] is { } from)
        {
            into.Begin(record, "Exchange Rate Set", at)
                .Put("from", from)
                .Put("to", record["to_currency"] ?? record["currency"])
                .Put(record, "day", "rate")
                .End();
            return;
        }

        into.Begin(record, "Message Rate Set", at)
            .Put("country_calling_code", record["country_calling_code"] ?? "*")
            .Put("valid_from", record["day"])
            .Put(record, "category", "rate", "currency", "channel")
            .End();
    }
}
