using Beleg.App.Demo;
using NodaTime;

namespace Beleg.Benchmarks.Generator;

/// <summary>Writes one conversation and what follows from it.</summary>
internal sealed class Talk(Chance chance, WhatsAppWebhooks whatsApp, ShopWebhooks shop, CallWriter chat)
{
    private static readonly string[] Channels = ["webchat", "instagram", "messenger", "telegram", "sms"];
    private static readonly string[] Flows = ["welcome", "order-status", "bundle", "returns", "booking", "winback", "care", "sizes"];
    private static readonly string[] Entries = ["widget", "keyword", "comment_to_dm", "story_reply", "organic", "link", "qr"];
    private static readonly string[] Words = ["hello", "where is my order", "do you have this in blue", "thanks", "how much is delivery", "I need a size larger", "yes please", "can I return it"];
    private static readonly string[] Answers = ["Hi! What can I do for you?", "It arrives tomorrow between 9 and 12.", "Yes, here it is: shop.example/r/abc123", "You are welcome!", "Free from 50.", "Shall I reserve it?"];

    private long id;
    private int contact;
    private string channel = "";
    private bool direct;
    private Instant at;

    /// <summary>Messages written so far.</summary>
    public long Messages { get; private set; }

    /// <summary>Writes it.</summary>
    /// <param name="number">Its number; names its ids.</param>
    /// <param name="about">Whose it is.</param>
    /// <param name="begins">When.</param>
    /// <param name="byWhatsApp">Whether the provider's own webhooks tell it.</param>
    public void Write(long number, int about, Instant begins, bool byWhatsApp)
    {
        (id, contact, at, direct) = (number, about, begins, byWhatsApp);
        channel = byWhatsApp ? "whatsapp" : Channels[chance.Below(Channels.Length)];
        var flow = chance.Pick(Flows);
        var turns = 1 + chance.Below(5);
        for (var turn = 0; turn < turns; turn++)
        {
            Receive(turn);
            if (turn == 0)
                Call("Flow Entered").With("flow_id", flow).With("flow_version", "1").With("run_id", $"r{id}").With("entry_point", chance.Pick(Entries)).End();
            at += chance.Seconds(1, 8);
            Call("Flow Step Reached").With("flow_id", flow).With("flow_version", "1").With("run_id", $"r{id}").With("step_id", $"s{turn}").With("step_index", turn).With("terminal", turn == 4).End();
            Send(turn, flow, "flow", turn == turns - 1);
            at += chance.Seconds(10, 240);
        }

        End(flow, turns);
    }

    private void Receive(int turn)
    {
        Messages++;
        if (direct)
            whatsApp.Message(Phone, $"wamid.i{id}.{turn}", at, chance.Pick(Words));
        else
            Call("Message Received").With("message_id", $"i{id}.{turn}").With("text", chance.Pick(Words)).With("handled_by", "bot").End();
    }

    private void Send(int turn, string flow, string actor, bool last)
    {
        Messages++;
        var message = direct ? $"wamid.o{id}.{turn}" : $"o{id}.{turn}";
        Call("Message Sent").With("message_id", message).With("actor", actor).With("flow_id", flow).With("text", chance.Pick(Answers)).With("expects_reply", !last || chance.Of1000(300))
            .With("is_fallback", chance.Of1000(40)).End();
        if (direct)
            whatsApp.Statuses(Phone, message, at, read: chance.Of1000(850));
        else if (channel != "sms" && chance.Of1000(400))
            Call("Message Read").With("message_id", message).End();
    }

    private void End(string flow, int turns)
    {
        if (chance.Of1000(150))
        {
            Call("Handoff Requested").With("handoff_id", $"h{id}").With("reason", "asked_for_a_person").End();
            at += chance.Seconds(60, 2_000);
            Send(turns, flow, "human", last: true);
            Call("Conversation Resolved").With("by", "human").End();
        }
        else if (chance.Of1000(600))
        {
            Call("Flow Goal Reached").With("flow_id", flow).With("run_id", $"r{id}").With("goal", "done").End();
        }

        if (chance.Of1000(60))
            Call("Survey Answered").With("survey_id", $"q{id}").With("type", "csat").With("score", chance.Between(3, 5)).With("rated", "bot").End();
        if (chance.Of1000(50))
        {
            Call("Consent Given").With("purpose", "marketing").With("proof", "button").End();
            Call("Lead Captured").With("lead_id", $"l{id}").With("email", Email).List("fields", "email").End();
        }

        if (chance.Of1000(90))
            Buy();
    }

    private void Buy()
    {
        at += chance.Seconds(20, 200);
        Call("Link Clicked").With("code", $"k{id % 5_000}").With("bid", $"b-{id}").With("user_agent", "browser").End();
        if (!chance.Of1000(350))
            return;
        at += chance.Seconds(120, 90_000);
        shop.Order(id, Email, at, 1_500 + chance.Below(9_000), chance.Of1000(700) ? $"b-{id}" : null);
        if (chance.Of1000(60))
            shop.Refund(id, at + chance.Seconds(90_000, 400_000), 1_500);
    }

    private string Phone => $"49151{contact + 10_000_000}";

    private string Email => $"c{contact}@people.example";

    private CallWriter Call(string name)
    {
        var call = chat.Track(name, at).With("channel", channel);
        return direct ? call.With("account_id", WhatsAppWebhooks.PhoneNumberId).With("phone", "+" + Phone) : call.Identifiers(("scoped_id", channel, $"u{contact}"));
    }
}
