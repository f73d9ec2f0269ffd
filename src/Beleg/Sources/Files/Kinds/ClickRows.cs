namespace Beleg.Sources.Files;

/// <summary>Clicks on links and buttons.</summary>
internal static class ClickRows
{
    public static ImportKind Kind { get; } = new("clicks", "Clicks on tagged links, and presses of buttons in the chat.",
    [
        Columns.Time("clicked_at", "When.").Needed().Or("at", "time", "timestamp", "date", "created_at", "datum"),
        Columns.Text("code", "Code of the tagged link.", "b4unch").Or("link_code", "link", "link_id", "short_code"),
        Columns.Text("button_id", "Id of the button; then it is a press in the chat.", "yes").Or("button", "payload"),
        Columns.Text("label", "Words on the button; they stay in the journal.", "Yes, please"),
        Columns.Bid,
        Columns.Text("user_agent", "The browser as it named itself; fetchers and crawlers do not count.", "Mozilla/5.0 …").Or("ua", "agent"),
        Columns.Channel,
        Columns.AccountId,
        Columns.ConversationId,
        Columns.Text("message_id", "The message with the link.", "wamid.HBgM").Or("mid"),
        Columns.FlowId, Columns.StepId,
        Columns.Text("branch", "Branch of the flow.", "bundle"),
        Columns.CampaignId,
        Columns.Text("id", "The click's own id; rows without one are told apart by their content.", "k-1").Or("external_id", "event_id"),
        .. Columns.Person,
    ], Compose)
    { Id = ["id"], NeedsOneOf = ["code", "button_id"], NeedsPerson = true, PersonMayBeConversation = true };

    private static void Compose(ImportRecord record, ItemWriter into) =>
        into.Begin(record, record["button_id"] is null ? "Link Clicked" : "Button Clicked", record["clicked_at"]!)
            .PutOthers(record, "clicked_at", "id")
            .End();
}
