namespace Beleg.Sources.Files;

/// <summary>Web visits and the conversions in them.</summary>
internal static class VisitRows
{
    public static ImportKind Kind { get; } = new("visits", "Visits of the web site, each with the conversion it led to, if any. The traffic channel follows from tags and referrer.",
    [
        Columns.Time("started_at", "When it began.").Needed().Or("at", "time", "timestamp", "date", "session_start", "visit_time", "created_at", "datum"),
        Columns.Text("session_id", "Its id; rows without one are told apart by their content.", "s-1").Or("visit_id", "session", "ga_session_id", "id"),
        Columns.Text("landing_url", "Page it began on.", "https://blooms.example/roses?utm_source=instagram").Or("landing_page", "url", "page", "page_location", "landing_site"),
        Columns.Text("referrer", "Page it came from.", "https://www.google.com/").Or("referer", "page_referrer", "referring_site"),
        Columns.Bid,
        Columns.Text("conversion", "What it led to: trial, install, sign_up, booking and the like.", "trial").Or("conversion_type", "goal"),
        Columns.Time("converted_at", "When; the visit's time where absent."),
        Columns.Money("value", "Worth of the conversion.", "0.00").Or("conversion_value"),
        Columns.Currency,
        .. Columns.Utm,
        .. Columns.Person,
    ], Compose)
    { Id = ["session_id"], NeedsPerson = true };

    private static void Compose(ImportRecord record, ItemWriter into)
    {
        var session = record["session_id"] ?? record.Id;
        into.Begin(record, "Session Started", record["started_at"]!)
            .Put("session_id", session)
            .PutOthers(record, "session_id", "started_at", "conversion", "converted_at", "value", "currency")
            .End();
        if (record["conversion"] is { } type)
        {
            into.Begin(record, "Conversion", record["converted_at"] ?? record["started_at"]!, "conversion")
                .Put("session_id", session)
                .Put("type", type)
                .Put(record, "value", "currency")
                .End();
        }
    }
}
