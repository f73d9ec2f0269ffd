namespace Beleg.Sources.Files;

/// <summary>People, with their consent.</summary>
internal static class ContactRows
{
    public static ImportKind Kind { get; } = new("contacts", "People with their identifiers and consent. Rows that share an e-mail, phone or id are one contact; at least one identifier is needed.",
    [
        .. Columns.Person,
        Columns.Text("name", "The person's name; stays in the journal.", "Ada Bloom").Or("full_name", "customer_name", "display_name"),
        Columns.Text("first_name", "First name; stays in the journal.", "Ada").Or("firstname", "given_name", "vorname"),
        Columns.Text("last_name", "Last name; stays in the journal.", "Bloom").Or("lastname", "surname", "family_name", "nachname"),
        Columns.Time("seen_at", "When the person was first known; the file's own time where absent.").Or("created_at", "first_seen", "signed_up_at", "date", "time", "timestamp", "created"),
        Columns.Channel,
        Columns.AccountId,
        Columns.Language,
        Columns.YesNo("marketing_consent", "Whether marketing may be sent. 'no' alone says nothing; a withdrawal has its time.").Or("accepts_marketing", "accepts_email_marketing", "opt_in", "subscribed", "consent"),
        Columns.Time("consent_at", "When consent was given; needed where marketing_consent is yes.").Or("opt_in_at", "consent_date", "subscribed_at"),
        Columns.Text("consent_wording", "Version of the words the person agreed to.", "2026-05").Or("wording_version"),
        Columns.Text("consent_proof", "What proves it.", "double opt-in mail").Or("proof"),
        Columns.Time("opted_out_at", "When consent was withdrawn.").Or("opt_out_at", "unsubscribed_at", "unsubscribe_date"),
        Columns.Time("updated_at", "When the row was last changed; the file's own time where absent.").Or("modified_at", "last_modified"),
    ], Compose)
    { NeedsPerson = true };

    private static readonly string[] Consent = ["marketing_consent", "consent_at", "consent_wording", "consent_proof", "opted_out_at", "seen_at"];

    private static void Compose(ImportRecord record, ItemWriter into)
    {
        into.Begin(record, "Contact Seen", record["seen_at"] ?? record.FileTime).PutOthers(record, Consent).End();
        if (record["marketing_consent"] == "true" && record["consent_at"] is { } given)
        {
            into.Begin(record, "Consent Given", given, "consent")
                .Put(record, "channel", "account_id")
                .Put("purpose", "marketing")
                .Put("wording_version", record["consent_wording"])
                .Put("proof", record["consent_proof"])
                .End();
        }

        if (record["opted_out_at"] is { } withdrawn)
        {
            into.Begin(record, "Consent Withdrawn", withdrawn, "opt-out")
                .Put(record, "channel", "account_id")
                .Put("purpose", "marketing")
                .Put("proof", record["consent_proof"] ?? "import")
                .End();
        }
    }
}
