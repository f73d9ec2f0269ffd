using System.Globalization;
using Beleg.Statistics.Experiments;
using NodaTime;

namespace Beleg.App.Demo;

/// <summary>
/// What the florist tried on the list in the winter before: a WhatsApp flow that offers the same bouquet again, with three of ten left alone
/// (November and December 2025); two subjects of a letter (January 2026: clear); a photograph in the letter (February: undecided). Contacts
/// are drawn by the very hash that the assignment uses. One more trial, of the opener on Instagram, is a draft.
/// </summary>
internal sealed class FloristTrials(CallWriter list, CallWriter office, FloristShop shop, Chance chance)
{
    private const string Refill = "refill-holdout";
    private const string Subject = "letter-subject";
    private const string Photo = "letter-photo";
    private const string WhatsApp = "14155550100";
    private const string Letters = "letters@petal.example";

    /// <summary>Of 1,000 contacts who buy: left alone, and asked.</summary>
    private static readonly int[] buyRefill = [130, 285];

    /// <summary>Of 1,000 letters that are opened, by subject.</summary>
    private static readonly int[] openSubject = [270, 520];

    /// <summary>Of 1,000 contacts who buy after the letter, without and with the photograph.</summary>
    private static readonly int[] buyPhoto = [92, 103];

    public void Write()
    {
        Agree();
        Arrive();
        OfRefill();
        OfSubject();
        OfPhoto();
        Keep();
    }

    // The list is still kept: some of it was looked through on the last day of the story.
    private void Keep()
    {
        for (var place = 0; place < 12; place++)
            Of("Contact Seen", place, At(new LocalDate(2026, 10, 4), place)).With("name", FloristList.Person(place).Name).End();
    }

    // Everybody on the list said yes to letters and messages with the first order.
    private void Arrive()
    {
        for (var place = 0; place < FloristList.Count; place++)
        {
            var at = At(new LocalDate(2025, 11, 1), place);
            Of("Contact Seen", place, at).With("name", FloristList.Person(place).Name).End();
            Of("Consent Given", place, at).With("purpose", "marketing").With("wording_version", "2025-08").With("proof", "box at the checkout").End();
        }
    }

    private void OfRefill()
    {
        var (arms, buyers) = Drawn(Refill, [.3, .7], buyRefill);
        for (var place = 0; place < FloristList.Count; place++)
        {
            var at = At(new LocalDate(2025, 11, 3).PlusDays(place * 46 / FloristList.Count), place);
            Viewed(Refill, arms[place] == 0 ? "held-out" : "treated", place, at);
            if (arms[place] == 0)
            {
                if (buyers.Contains(place))
                    shop.WriteAt(Bouquet(place), FloristList.Person(place).Email, at + Duration.FromHours(40 + place % 200));
                continue;
            }

            Ask(place, at, buyers.Contains(place));
        }
    }

    // Three of four who buy do it in the chat or by its link; the others read it and go to the shop by themselves.
    private void Ask(int place, Instant at, bool buys)
    {
        var chats = buys && place % 4 != 0;
        InChat("Flow Entered", place, at).With("entry_point", "campaign_reply").End();
        InChat("Flow Step Reached", place, at).With("step_id", "again").With("step_index", 0).End();
        InChat("Message Sent", place, at).With("message_id", $"wa-{place}-1").With("actor", "flow").With("step_id", "again").With("template", "refill_1").With("category", "marketing")
            .With("expects_reply", true).With("text", "Your last bouquet is two weeks old. Because it lasted: the same again, delivered on Friday?").List("buttons", "yes", "no").End();
        Status("Message Delivered", place, at + Duration.FromSeconds(3));
        if (chats || chance.Of1000(640))
            Status("Message Read", place, at + Duration.FromMinutes(9));
        if (!chats && !chance.Of1000(150))
        {
            if (buys)
                shop.WriteAt(Bouquet(place), FloristList.Person(place).Email, at + Duration.FromHours(60 + place % 180));
            return;
        }

        at += Duration.FromMinutes(12 + place % 40);
        InChat("Message Received", place, at).With("message_id", $"wa-{place}-2").With("text", chats ? "Yes please" : "Not this week, thank you").With("handled_by", "bot").With("intent", chats ? "order_again" : "decline").End();
        InChat("Flow Branch Chosen", place, at).With("step_id", "again").With("branch", chats ? "yes" : "no").End();
        at += Duration.FromSeconds(7);
        InChat("Flow Step Reached", place, at).With("step_id", "pay").With("step_index", 1).With("terminal", true).End();
        var words = InChat("Message Sent", place, at).With("message_id", $"wa-{place}-3").With("actor", "flow").With("step_id", "pay")
            .With("text", chats ? $"Lovely. One tap and it is done: petal.example/r/wr{place}" : "All right, see you next time.");
        if (chats)
            words.List("links", $"wr{place}");
        words.End();
        if (chats)
            Order(place, "whatsapp", WhatsApp, $"wa-{place}", "refill", null, at + Duration.FromMinutes(2));
        Status("Message Delivered", place, at + Duration.FromSeconds(2), 3);
        if (chats)
            InChat("Flow Goal Reached", place, at + Duration.FromMinutes(3)).With("goal", "ordered_again").End();
        InChat("Flow Exited", place, at + Duration.FromMinutes(5)).With("reason", "done").End();
    }

    private void OfSubject()
    {
        var (arms, readers) = Drawn(Subject, [.5, .5], openSubject);
        for (var place = 0; place < FloristList.Count; place++)
            Letter(Subject, arms[place] == 0 ? "news" : "question", "january-letter", new LocalDate(2026, 1, 13), place, readers.Contains(place), readers.Contains(place) && place % 9 == 0);
    }

    private void OfPhoto()
    {
        var (arms, buyers) = Drawn(Photo, [.5, .5], buyPhoto);
        for (var place = 0; place < FloristList.Count; place++)
            Letter(Photo, arms[place] == 0 ? "words" : "photo", "february-letter", new LocalDate(2026, 2, 10), place, buyers.Contains(place) || chance.Of1000(330), buyers.Contains(place));
    }

    private void Letter(string experiment, string arm, string campaign, LocalDate day, int place, bool reads, bool buys)
    {
        var at = At(day, place);
        var id = $"{campaign}-{place}";
        Viewed(experiment, arm, place, at);
        ByMail("Message Sent", place, at, id, campaign).With("actor", "flow").With("kind", "campaign").With("category", "marketing").With("template", $"{campaign}/{arm}").List("links", id).End();
        ByMail("Message Delivered", place, at + Duration.FromSeconds(20), id, campaign).End();
        if (reads)
            ByMail("Message Read", place, at + Duration.FromHours(1 + place % 20), id, campaign).End();
        if (buys)
            Order(place, "email", Letters, null, null, campaign, at + Duration.FromHours(2 + place % 30), id);
    }

    // A click by a person, then the order of the same address: evidence C.
    private void Order(int place, string channel, string account, string? conversation, string? flow, string? campaign, Instant at, string? message = null)
    {
        Of("Link Clicked", place, at).With("channel", channel).With("account_id", account).With("conversation_id", conversation).With("flow_id", flow).With("campaign_id", campaign)
            .With("code", message ?? $"wr{place}").With("bid", $"l-{channel}-{place}-{at.ToUnixTimeSeconds()}").With("message_id", message ?? $"wa-{place}-3")
            .With("user_agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1").End();
        shop.WriteAt(Bouquet(place), FloristList.Person(place).Email, at + Duration.FromMinutes(11 + place % 50));
    }

    private static int Bouquet(int place) => 13 + place % 5;

    private void Viewed(string experiment, string arm, int place, Instant at) => Of("Experiment Viewed", place, at).With("experiment_id", experiment).With("variation_id", arm).End();

    private CallWriter InChat(string name, int place, Instant at) => Of(name, place, at).With("channel", "whatsapp").With("account_id", WhatsApp).With("conversation_id", $"wa-{place}")
        .With("flow_id", "refill").With("flow_version", "1").With("run_id", $"rr-{place}");

    private CallWriter ByMail(string name, int place, Instant at, string message, string campaign) =>
        Of(name, place, at).With("channel", "email").With("account_id", Letters).With("message_id", message).With("campaign_id", campaign);

    private void Status(string name, int place, Instant at, int message = 1) => Of(name, place, at).With("channel", "whatsapp").With("account_id", WhatsApp).With("message_id", string.Create(CultureInfo.InvariantCulture, $"wa-{place}-{message}")).End();

    private CallWriter Of(string name, int place, Instant at) => list.Track(name, at).Identifiers(("email", "", FloristList.Person(place).Email), ("phone", "", FloristList.Phone(place)));

    /// <summary>The arm of everybody, by the hash; and in each arm exactly so many of 1,000, whoever they are.</summary>
    private (int[] Arms, HashSet<int> Chosen) Drawn(string experiment, IReadOnlyList<double> weights, int[] of1000)
    {
        var ranges = Bucketing.Ranges(weights.Count, 1, weights);
        int[] arms = [.. Enumerable.Range(0, FloristList.Count).Select(place => Bucketing.Arm(Bucketing.Place(experiment, FloristList.Key(place))!.Value, ranges)!.Value)];
        var chosen = new HashSet<int>();
        for (var arm = 0; arm < weights.Count; arm++)
        {
            int[] places = [.. Enumerable.Range(0, FloristList.Count).Where(place => arms[place] == arm)];
            chosen.UnionWith(chance.Shuffled(places.Length).Take(places.Length * of1000[arm] / 1000).Select(i => places[i]));
        }

        return (arms, chosen);
    }

    // All over the day, by place: the same at every telling.
    private static Instant At(LocalDate day, int place) => (day + new LocalTime(9 + place % 10, place * 7 % 60, place % 60)).InZoneLeniently(FloristStory.Zone).ToInstant();

    private void Agree()
    {
        Books.Try(office, new LocalDate(2025, 10, 27), Refill, new("Offering the same bouquet again by WhatsApp sells more than leaving people alone", "Denselben Strauß per WhatsApp wieder anzubieten verkauft mehr, als Menschen in Ruhe zu lassen"), "revenue", ["held-out", "treated"], "[0.3,0.7]", "0.5", "fixed",
            150, new LocalDate(2025, 11, 2), new LocalDate(2026, 1, 1), flow: "refill", holdsOut: true, gain: "90", effort: "200");
        Books.Become(office, new LocalDate(2025, 11, 2), Refill, "running", "agreed with the bookkeeper");
        Books.Become(office, new LocalDate(2025, 12, 31), Refill, "stopped", "the planned end");
        Books.Become(office, new LocalDate(2026, 1, 4), Refill, "decided", "sells more than it costs", "ship", "treated");
        Books.Try(office, new LocalDate(2026, 1, 8), Subject, new("A subject that asks a question is opened more often", "Ein Betreff, der etwas fragt, wird öfter geöffnet"), "read_rate", ["news", "question"], "[0.5,0.5]", "0.25", "always_valid",
            250, new LocalDate(2026, 1, 12), new LocalDate(2026, 1, 27), campaign: "january-letter", guardrails: ["revenue"]);
        Books.Become(office, new LocalDate(2026, 1, 12), Subject, "running", null);
        Books.Become(office, new LocalDate(2026, 1, 26), Subject, "stopped", "clear since the first day");
        Books.Become(office, new LocalDate(2026, 1, 27), Subject, "decided", "opened by half of the list", "ship", "question");
        Books.Try(office, new LocalDate(2026, 2, 5), Photo, new("A photograph of the bouquet sells more than words", "Ein Foto des Straußes verkauft mehr als Worte"), "conversion", ["words", "photo"], "[0.5,0.5]", "0.2", "always_valid",
            250, new LocalDate(2026, 2, 9), new LocalDate(2026, 2, 27), campaign: "february-letter", guardrails: ["read_rate"], gain: "30", effort: "75");
        Books.Become(office, new LocalDate(2026, 2, 9), Photo, "running", null);
        Books.Become(office, new LocalDate(2026, 2, 26), Photo, "stopped", "the letter is two weeks old");
        Books.Try(office, new LocalDate(2026, 9, 28), "opener-two-buttons", new("Two buttons instead of three choices keep more people after the first message", "Zwei statt drei Knöpfe halten mehr Menschen nach der ersten Nachricht"), "opener_dropoff", ["control", "two-buttons"], "[0.5,0.5]", "0.25",
            "always_valid", 1_900, new LocalDate(2026, 10, 12), new LocalDate(2027, 3, 1), flow: "bouquet", guardrails: ["handoff_rate", "revenue"], effort: "120");
    }
}
