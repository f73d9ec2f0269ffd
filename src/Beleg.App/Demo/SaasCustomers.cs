using NodaTime;

namespace Beleg.App.Demo;

/// <summary>
/// What becomes of the leads and trials of the pricing pages, as CRM, billing and chat report it: leads that sales finds worth a talk,
/// their deals, subscriptions after the trial, and subscribers who say in the chat that they want to leave. Its chance is its own, so that
/// the visits and trials of the worked example stay as they were told.
/// </summary>
/// <param name="crm">Where CRM and billing report.</param>
/// <param name="chat">Where the chat reports.</param>
internal sealed class SaasCustomers(CallWriter crm, CallWriter chat)
{
    /// <summary>Days of a trial.</summary>
    private const int TrialDays = 14;

    private const string Currency = "USD";

    /// <summary>Nothing is told of what happens later.</summary>
    private static readonly Instant end = (new LocalDate(2026, 10, 4) + new LocalTime(20, 0)).InZoneLeniently(SaasStory.Zone).ToInstant();

    private static readonly (string Name, int Cents)[] plans = [("starter", 49_00), ("team", 99_00), ("business", 199_00)];

    private readonly Chance chance = new(0xDEA15);

    /// <summary>Somebody left an address in the chat.</summary>
    public void Lead(string visitor, Instant at)
    {
        if (!chance.Of1000(140))
            return;
        var qualified = at + chance.Seconds(6 * 3_600, 72 * 3_600);
        Status(visitor, "qualified", qualified);
        Deal(visitor, "l" + visitor, qualified);
    }

    /// <summary>Somebody began a trial.</summary>
    public void Trial(string visitor, Instant at, bool chatted)
    {
        // Some who never chatted are called by sales all the same: their deals owe nothing to the chat.
        if (!chatted && chance.Of1000(25))
            Deal(visitor, null, at + chance.Seconds(24 * 3_600, 120 * 3_600));
        if (chance.Of1000(chatted ? 340 : 300))
            Subscribe(visitor, at + Duration.FromDays(TrialDays));
    }

    private void Deal(string visitor, string? lead, Instant at)
    {
        var amount = chance.Between(3, 25) * 12 * 9_00;
        Say(visitor, "qualified", at);
        var talked = at + chance.Seconds(2 * 86_400, 6 * 86_400);
        Say(visitor, "demo", talked);
        var drawn = chance.Below(1000);
        var closes = talked + chance.Seconds(4 * 86_400, 20 * 86_400);
        if (drawn >= 600)
        {
            Say(visitor, "proposal", closes);
            return;
        }

        Say(visitor, drawn < 350 ? "won" : "lost", closes, closes);
        if (lead is not null)
            Status(visitor, drawn < 350 ? "won" : "lost", closes);

        void Say(string of, string stage, Instant when, Instant? closed = null)
        {
            if (when > end)
                return;
            var call = crm.Track("Deal Updated", when, anonymous: of).With("deal_id", "d" + of).With("stage", stage).With("updated_at", when).Money("amount", amount, Currency);
            if (closed is { } day)
                call.With("closed_at", day);
            call.End();
        }
    }

    // The chat's own lead, by its own id: the CRM writes back what became of it.
    private void Status(string visitor, string status, Instant at)
    {
        if (at <= end)
            chat.Track("Lead Status Changed", at, anonymous: visitor).With("channel", "webchat").With("lead_id", "l" + visitor).With("status", status).End();
    }

    private void Subscribe(string visitor, Instant at)
    {
        var plan = chance.Below(10) switch { < 5 => 0, < 9 => 1, _ => 2 };
        var (wantsToLeave, leaves) = (chance.Of1000(150), chance.Of1000(40));
        var day = at + Duration.FromDays(chance.Between(2, 40)) + chance.Seconds(0, 43_200);
        if (at > end)
            return;
        Bill("Subscription Started", visitor, plan, at);
        if (wantsToLeave)
            Cancel(visitor, plan, day);
        else if (leaves)
            Bill("Subscription Cancelled", visitor, plan, day);
    }

    private void Cancel(string visitor, int plan, Instant at)
    {
        if (at > end)
            return;
        Say("Message Received", at).With("text", chance.Pick(DemoTexts.WantToLeave)).With("handled_by", "bot").With("intent", "cancel_subscription").With("entry_point", "widget").End();
        at += chance.Seconds(2, 6);
        Say("Message Sent", at).With("flow_id", "before-you-go").With("text", chance.Pick(DemoTexts.BeforeYouGo)).With("expects_reply", true).End();
        at += chance.Seconds(30, 200);
        Say("Message Received", at).With("text", chance.Pick(DemoTexts.ThinksAgain)).With("handled_by", "bot").End();
        at += chance.Seconds(2, 6);
        Say("Message Sent", at).With("flow_id", "before-you-go").With("text", DemoTexts.AsYouWish).End();
        var kept = chance.Of1000(560);
        if (!kept)
            Bill("Subscription Cancelled", visitor, plan, at + chance.Seconds(60, 9 * 86_400));
        else if (plan > 0 && chance.Of1000(500))
            Bill("Subscription Changed", visitor, plan - 1, at + Duration.FromMinutes(2));

        CallWriter Say(string name, Instant when) => chat.Track(name, when, anonymous: visitor).With("channel", "webchat");
    }

    private void Bill(string name, string visitor, int plan, Instant at)
    {
        if (at <= end)
            crm.Track(name, at, anonymous: visitor).With("subscription_id", "sub" + visitor).With("plan", plans[plan].Name).Money("amount", plans[plan].Cents, Currency).End();
    }
}
