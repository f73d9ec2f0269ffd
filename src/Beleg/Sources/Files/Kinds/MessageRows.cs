namespace Beleg.Sources.Files;

/// <summary>Messages with their delivery life.</summary>
internal static class MessageRows
{
    private static readonly (string Column, string Event)[] Life =
        [("delivered_at", "Message Delivered"), ("read_at", "Message Read"), ("failed_at", "Message Failed")];

    public static ImportKind Kind { get; } = new("messages", "Messages of the chat, in both directions. Conversations, response times and hand-offs follow from them.",
    [
        Columns.Time("sent_at", "When it was sent or received.").Needed().Or("at", "time", "timestamp", "date", "datetime", "created_at", "received_at", "datum"),
        Columns.Choice("direction", "Who wrote to whom: inbound comes from the person.", "inbound", new()
        {
            ["inbound"] = ["in", "incoming", "received", "from_contact", "eingehend"],
            ["outbound"] = ["out", "outgoing", "sent", "to_contact", "ausgehend"],
        }).Needed().Or("message_type", "way"),
        Columns.Channel.Needed().Or("platform"),
        Columns.MessageId,
        Columns.ConversationId,
        Columns.AccountId,
        Columns.Choice("actor", "Who wrote an outbound message. Unknown never makes a conversation automated.", "bot", new()
        {
            ["bot"] = ["automation", "automated", "system", "ai", "assistant"],
            ["flow"] = ["workflow", "sequence"],
            ["human"] = ["agent", "user", "operator", "admin", "staff"],
            ["contact"] = ["customer", "visitor", "client"],
            ["timer"] = [],
            ["unknown"] = [],
        }).Or("sender", "sender_type", "author", "author_type", "role"),
        Columns.Text("text", "The words; they stay in the journal.", "Hi! Which occasion is it for?").Or("message", "body", "content", "nachricht"),
        Columns.Choice("kind", "What an outbound message is for.", "answer", new()
        {
            ["answer"] = [], ["greeting"] = ["welcome"], ["out_of_office"] = ["away"], ["acknowledgement"] = ["receipt"],
            ["survey"] = [], ["campaign"] = ["broadcast", "newsletter"], ["reminder"] = [], ["note"] = ["private_note", "private"],
        }),
        Columns.YesNo("expects_reply", "Whether it asks something and waits."),
        Columns.YesNo("is_fallback", "Whether the bot said that it did not understand.").Or("fallback"),
        Columns.Choice("handled_by", "What read an inbound message.", "bot", new() { ["bot"] = [], ["human"] = ["agent"], ["none"] = [] }),
        Columns.Text("intent", "Intent detected in it.", "order_status"),
        Columns.YesNo("is_confirmation", "Whether the person confirmed that it is solved."),
        Columns.FlowId, Columns.FlowVersion, Columns.RunId, Columns.StepId,
        Columns.CampaignId,
        Columns.Text("template", "Name of the template.", "order_update").Or("template_name"),
        Columns.Choice("category", "Billing category.", "utility", new() { ["marketing"] = [], ["utility"] = [], ["authentication"] = [], ["service"] = [] }),
        Columns.Choice("entry_point", "How the conversation was entered.", "keyword", new()
        {
            ["comment_to_dm"] = ["comment"], ["story_reply"] = ["story"], ["keyword"] = [], ["ad"] = ["click_to_message"], ["link"] = [],
            ["qr"] = ["qr_code"], ["widget"] = [], ["campaign_reply"] = [], ["organic"] = [],
        }),
        Columns.Text("entry_ref", "Post, ad, keyword or code of the entry.", "ROSES"),
        Columns.Language,
        Columns.List("links", "Codes of the tagged links in it.", "b4unch"),
        Columns.List("buttons", "Ids of the buttons in it.", "yes|no"),
        Columns.Time("delivered_at", "When it was delivered."),
        Columns.Time("read_at", "When it was read.").Or("opened_at", "seen_at"),
        Columns.Time("failed_at", "When it failed."),
        Columns.Text("error_code", "The provider's code, where it failed.", "131026"),
        .. Columns.Person,
    ], Compose)
    { Id = ["channel", "account_id", "message_id"], NeedsPerson = true, PersonMayBeConversation = true };

    private static void Compose(ImportRecord record, ItemWriter into)
    {
        var inbound = record["direction"] == "inbound";
        into.Begin(record, inbound ? "Message Received" : "Message Sent", record["sent_at"]!)
            .Put("message_id", record["message_id"] ?? record.Id)
            .Put("actor", inbound ? "contact" : record["actor"])
            .PutOthers(record, "sent_at", "direction", "message_id", "actor", "delivered_at", "read_at", "failed_at", "error_code")
            .End();
        foreach (var (column, name) in Life)
        {
            if (record[column] is not { } at)
                continue;
            into.Begin(record, name, at, column)
                .Put("message_id", record["message_id"] ?? record.Id)
                .Put(record, "channel", "account_id", "conversation_id", "category")
                .Put("error_code", column == "failed_at" ? record["error_code"] : null)
                .End();
        }
    }
}
