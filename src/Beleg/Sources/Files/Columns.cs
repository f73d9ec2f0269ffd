namespace Beleg.Sources.Files;

/// <summary>Columns that several kinds share, defined once.</summary>
internal static class Columns
{
    public static readonly ImportColumn CustomerId = Text("customer_id", "The customer's id in the shop or product.", "7073")
        .Or("user_id", "customer", "client", "client_id", "kundennummer", "Customer Reference");

    public static readonly ImportColumn Email = Text("email", "E-mail address of the person.", "ada@example.com")
        .Or("e_mail", "mail", "email_address", "customer_email", "billing_email", "contact_email");

    public static readonly ImportColumn Phone = Text("phone", "Phone number, with its country code or of the source's default region.", "+4915112345678")
        .Or("phone_number", "mobile", "mobile_phone", "tel", "telephone", "telefon", "whatsapp", "whatsapp_number", "billing_phone", "customer_phone", "wa_id");

    public static readonly ImportColumn Handle = Text("handle", "Handle on the channel, with or without @.", "@ada.blooms")
        .Or("username", "user_name", "instagram", "instagram_handle", "ig_username", "screen_name");

    public static readonly ImportColumn ScopedId = Text("scoped_id", "Id of the person that holds for one page or app (Messenger, Instagram, Telegram).", "17841400000000001")
        .Or("psid", "igsid", "page_scoped_id", "telegram_id");

    public static readonly ImportColumn WhatsAppUserId = Text("whatsapp_user_id", "WhatsApp's business-scoped user id.", "DE.13491208655302741918").Or("bsuid");

    public static readonly ImportColumn CrmId = Text("crm_id", "Id of the person in the CRM or in the chat tool.", "501").Or("contact_id", "hubspot_id", "vid", "subscriber_id");

    public static readonly ImportColumn AnonymousId = Text("anonymous_id", "Id of the browser.", "anon-81c2").Or("visitor_id", "ga_client_id", "cookie_id", "device_id");

    /// <summary>Who a row is about; at least one is needed where a person is.</summary>
    public static readonly ImportColumn[] Person = [CustomerId, Email, Phone, Handle, ScopedId, WhatsAppUserId, CrmId, AnonymousId];

    public static readonly ImportColumn Channel = Choice("channel", "Messaging channel.", "whatsapp", new()
    {
        ["whatsapp"] = ["wa", "whats_app"],
        ["messenger"] = ["facebook", "fb", "facebook_messenger"],
        ["instagram"] = ["ig", "instagram_dm"],
        ["telegram"] = ["tg"],
        ["webchat"] = ["web", "website", "widget", "live_chat", "livechat", "web_chat", "chat"],
        ["email"] = ["e_mail", "mail"],
        ["push"] = [],
        ["sms"] = ["text"],
        ["voice"] = ["phone", "call"],
        ["other"] = [],
    });

    public static readonly ImportColumn AccountId = Text("account_id", "The business's own number, page or account.", "4930123456").Or("page_id", "phone_number_id", "inbox_id", "business_number");
    public static readonly ImportColumn ConversationId = Text("conversation_id", "The tool's own conversation.", "c-9001").Or("thread_id", "ticket_id", "chat_id", "dialogue_id");
    public static readonly ImportColumn MessageId = Text("message_id", "The provider's id of the message; rows without one are told apart by their content.", "wamid.HBgM").Or("id", "mid", "wamid", "external_id");
    public static readonly ImportColumn FlowId = Text("flow_id", "Flow it happened in.", "order-bouquet").Or("flow", "automation", "bot");
    public static readonly ImportColumn FlowVersion = Text("flow_version", "Version of the flow.", "3");
    public static readonly ImportColumn RunId = Text("run_id", "One passage of one contact through a flow.", "run-77");
    public static readonly ImportColumn StepId = Text("step_id", "Step of the flow.", "ask-occasion").Or("step", "node", "block");
    public static readonly ImportColumn CampaignId = Text("campaign_id", "Campaign it belongs to.", "mothers-day").Or("campaign", "broadcast", "broadcast_id");
    public static readonly ImportColumn Language = Text("language", "Language, BCP 47.", "en").Or("lang", "locale");
    public static readonly ImportColumn Shop = Text("shop", "The shop; the source's own (shop) where absent.", "blooms.example").Or("store", "shop_domain");
    public static readonly ImportColumn OrderId = Text("order_id", "The shop's id of the order.", "1001").Or("order", "order_number", "order_no", "bestellnummer");
    public static readonly ImportColumn Currency = new("currency", ColumnType.Currency, "Currency of the amounts, ISO 4217.", "EUR") { Aliases = ["currency_code", "waehrung", "währung"] };
    public static readonly ImportColumn Bid = Text("bid", "Beleg's click id, as carried through the checkout.", "b_4f1c9a").Or("click_id", "beleg_id");

    /// <summary>The five campaign tags.</summary>
    public static readonly ImportColumn[] Utm =
    [
        Text("utm_source", "Campaign tag: source.", "instagram"),
        Text("utm_medium", "Campaign tag: medium.", "chat"),
        Text("utm_campaign", "Campaign tag: campaign.", "mothers-day"),
        Text("utm_content", "Campaign tag: content.", "bundle"),
        Text("utm_term", "Campaign tag: term.", "roses"),
    ];

    public static ImportColumn Text(string name, string description, string example) => new(name, ColumnType.Text, description, example);

    public static ImportColumn Time(string name, string description) => new(name, ColumnType.Time, description, "2026-09-01T10:22:33Z");

    public static ImportColumn Date(string name, string description) => new(name, ColumnType.Date, description, "2026-09-01");

    public static ImportColumn Money(string name, string description, string example = "49.90") => new(name, ColumnType.Money, description, example);

    public static ImportColumn Number(string name, string description, string example) => new(name, ColumnType.Number, description, example);

    public static ImportColumn Whole(string name, string description, string example) => new(name, ColumnType.Whole, description, example);

    public static ImportColumn YesNo(string name, string description) => new(name, ColumnType.YesNo, description, "yes");

    public static ImportColumn List(string name, string description, string example) => new(name, ColumnType.List, description, example);

    public static ImportColumn Choice(string name, string description, string example, Dictionary<string, string[]> choices) =>
        new(name, ColumnType.Choice, description, example) { Choices = choices };
}
