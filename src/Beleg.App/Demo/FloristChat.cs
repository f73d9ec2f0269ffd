using System.Globalization;
using NodaTime;

namespace Beleg.App.Demo;

/// <summary>Writes what a chat tool on Instagram reports of one conversation.</summary>
internal sealed class FloristChat(CallWriter chat, Chance chance)
{
    public const string Account = "17841400000000042";
    private const string Flow = "bouquet";

    private static readonly (string Entry, string Ref, int Share)[] Entries =
        [("comment_to_dm", "reel-tulips", 420), ("story_reply", "story-of-the-day", 260), ("keyword", "BLOOM", 210), ("qr", "counter-card", 40), ("organic", "", 70)];

    private static readonly string[] Starts = ["BLOOM", "how much is the one in the reel?", "Hi! Do you deliver on Saturdays?", "love this one 😍", "flowers for my mum's birthday", "Is the pink one still there?"];
    private static readonly string[] Answers = ["birthday!", "For my sister, something bright", "thank-you", "Just because", "An anniversary, red please", "yes"];
    private static readonly string[] Odd = ["👀", "???", "asdf", "can your roses survive a cat"];
    private static readonly string[] People = ["Can I talk to a person?", "It is for a funeral, could somebody call me", "I need forty of them for a wedding"];

    private FloristTalk talk = null!;
    private Instant at;
    private int said;

    public void Write(FloristTalk about)
    {
        (talk, at, said) = (about, about.At, 0);
        Begin("Contact Seen").With("name", talk.Person.Name).Identifiers(Scoped, ("handle", "instagram", talk.Person.Handle)).End();
        var (entry, reference) = Entry();
        Say("Message Received", chance.Pick(Starts)).With("handled_by", "bot").With("entry_point", entry).With("entry_ref", reference.Length > 0 ? reference : null).End();
        InFlow("Flow Entered").With("entry_point", entry).End();
        at += chance.Seconds(talk.Month.FirstAnswer.Low, talk.Month.FirstAnswer.High);
        for (var step = 0; step < talk.Month.Flow.Steps.Count; step++)
        {
            Step(step);
            if (step == talk.LeftAt)
            {
                Leave(step);
                return;
            }
        }

        Finish();
    }

    private (string Type, string Scope, string Value) Scoped => ("scoped_id", Account, talk.Person.ScopedId);

    private void Step(int index)
    {
        var (id, words) = talk.Month.Flow.Steps[index];
        var last = index == talk.Month.Flow.Steps.Count - 1;
        InFlow("Flow Step Reached").With("step_id", id).With("step_index", index).With("terminal", last).End();
        var message = $"{talk.Id}-{said + 1}";
        var sent = Say("Message Sent", string.Format(CultureInfo.InvariantCulture, words, talk.LinkCode)).With("actor", "flow").With("flow_id", Flow)
            .With("flow_version", talk.Month.Flow.Version).With("step_id", id).With("expects_reply", !last);
        _ = last ? sent.List("links", talk.LinkCode) : sent.List("buttons", "yes", "no");
        sent.End();
        if (chance.Of1000(12))
        {
            Status("Message Failed", message, 1);
            return;
        }

        Status("Message Delivered", message, 2);
        var leaves = index == talk.LeftAt;
        if (!leaves || chance.Of1000(550))
            Status("Message Read", message, leaves ? 1_800 : 20);
        if (leaves)
            return;
        at += chance.Seconds(25, 400);
        if (last)
            return;
        if (chance.Of1000(500))
            Begin("Button Clicked").With("button_id", "yes").With("message_id", message).With("label", "Yes, please").End();
        else
            Say("Message Received", chance.Pick(Answers)).With("handled_by", "bot").With("intent", "order_bouquet").End();
        InFlow("Flow Branch Chosen").With("step_id", id).With("branch", id == "bundle" ? chance.Of1000(620) ? "bundle" : "single" : "yes").End();
        at += chance.Seconds(2, 9);
    }

    private void Leave(int step)
    {
        if (talk.AsksForPerson)
        {
            HandOver();
            return;
        }

        if (step > 0 || !chance.Of1000(180))
            return;
        at += chance.Seconds(60, 600);
        Say("Message Received", chance.Pick(Odd)).With("handled_by", "bot").End();
        at += chance.Seconds(3, 20);
        Say("Message Sent", "Hm, that one is new to me. Which occasion is it for?").With("actor", "bot").With("is_fallback", true).With("expects_reply", true).End();
    }

    private void HandOver()
    {
        at += chance.Seconds(30, 200);
        Say("Message Received", chance.Pick(People)).With("handled_by", "bot").With("intent", "ask_person").End();
        at += chance.Seconds(2, 6);
        InFlow("Handoff Requested").With("handoff_id", "h-" + talk.Id).With("reason", "asked_for_a_person").List("required_fields", "occasion", "date").List("filled_fields", "occasion").End();
        if (chance.Of1000(100))
        {
            at += Duration.FromHours(20);
            Begin("Handoff Expired").With("handoff_id", "h-" + talk.Id).End();
            return;
        }

        at += chance.Seconds(talk.Month.HumanAnswer.Low * 60, talk.Month.HumanAnswer.High * 60);
        Begin("Handoff Accepted").With("handoff_id", "h-" + talk.Id).With("agent", "June").End();
        Say("Message Sent", "Hi, this is June from the shop. Tell me the day and I will make it happen.").With("actor", "human").End();
        at += chance.Seconds(300, 5_000);
        Begin("Conversation Resolved").With("by", "human").With("reason", "solved").End();
        Rate("human", 900);
    }

    private void Finish()
    {
        var message = $"{talk.Id}-{said}";
        if (chance.Of1000(300))
            Click("facebookexternalhit/1.1", 1, null, message);
        if (talk.Clicks)
        {
            at += chance.Seconds(8, 90);
            Click("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 398.0", 0, talk.Bid, message);
        }

        if (talk.IsLead)
            Lead();
        if (talk.Appointment.Booked)
            Begin("Appointment Booked").With("appointment_id", "a-" + talk.Id).With("starts_at", Meeting).End();
        InFlow("Flow Goal Reached").With("goal", "bouquet_chosen").End();
        InFlow("Flow Exited").With("reason", "done").End();
        Rate("bot", 160);
        Thumb();
        if (talk.Appointment.Booked)
            Meet();
    }

    private void Lead()
    {
        at += chance.Seconds(10, 50);
        Say("Message Received", talk.Person.Email).With("handled_by", "bot").End();
        if (talk.Agrees)
            Begin("Consent Given").With("purpose", "marketing").With("wording_version", "2026-04").With("proof", "button: yes, news by mail").End();
        if (talk.Agrees && talk.Number % 19 == 0)
            chat.Track("Consent Withdrawn", at + Duration.FromHours(40)).Identifiers(Scoped).With("channel", "instagram").With("account_id", Account).With("purpose", "marketing").With("proof", "text STOP").End();
        Begin("Lead Captured").With("lead_id", "l-" + talk.Id).With("email", talk.Person.Email).List("fields", "email", "occasion").With("interest", "bouquet").With("time_frame", "this week").End();
    }

    private Instant Meeting => talk.At + Duration.FromHours(30 + talk.Number % 30);

    private void Meet()
    {
        if (talk.Month.Reminds)
        {
            at = Meeting - Duration.FromHours(14);
            Say("Message Sent", "A small reminder: June expects you tomorrow. Does it still fit?").With("actor", "flow").With("kind", "reminder").With("flow_id", Flow).End();
        }

        at = Meeting + Duration.FromMinutes(20);
        Begin(talk.Appointment.Missed ? "Appointment Missed" : "Appointment Attended").With("appointment_id", "a-" + talk.Id).With("starts_at", Meeting).End();
    }

    private void Rate(string whom, int oneIn1000)
    {
        if (!chance.Of1000(oneIn1000))
            return;
        at += chance.Seconds(20, 200);
        Begin("Survey Answered").With("survey_id", "q-" + talk.Id).With("type", "csat").With("score", chance.Of1000(620) ? 5 : chance.Of1000(750) ? 4 : chance.Between(1, 3)).With("rated", whom).End();
    }

    // Every seventh who reached the goal presses a thumb beneath the last message; one in five of them the one that points down.
    private void Thumb()
    {
        if (talk.Number % 7 != 0)
            return;
        at += Duration.FromSeconds(30);
        Begin("Survey Answered").With("survey_id", "t-" + talk.Id).With("type", "thumb").With("score", talk.Number % 35 == 0 ? "down" : "up").With("rated", "bot").End();
    }

    private void Click(string agent, int after, string? bid, string message) =>
        chat.Track("Link Clicked", at + Duration.FromSeconds(after)).Identifiers(Scoped).With("channel", "instagram").With("account_id", Account).With("conversation_id", talk.Id)
            .With("code", talk.LinkCode).With("bid", bid).With("user_agent", agent).With("message_id", message).With("flow_id", Flow).With("step_id", "link").End();

    private (string Entry, string Reference) Entry()
    {
        var drawn = chance.Below(1000);
        foreach (var (entry, reference, share) in Entries)
        {
            if (drawn < share)
                return (entry, reference);
            drawn -= share;
        }

        return ("organic", "");
    }

    private CallWriter Say(string name, string text) => Begin(name).With("message_id", $"{talk.Id}-{++said}").With("text", text).With("language", "en");

    private void Status(string name, string message, int seconds)
    {
        var status = chat.Track(name, at + Duration.FromSeconds(seconds)).Identifiers(Scoped).With("channel", "instagram").With("account_id", Account).With("message_id", message);
        status.End();
    }

    private CallWriter InFlow(string name) => Begin(name).With("flow_id", Flow).With("flow_version", talk.Month.Flow.Version).With("run_id", "r-" + talk.Id);

    private CallWriter Begin(string name)
    {
        var call = chat.Track(name, at).With("channel", "instagram").With("account_id", Account).With("conversation_id", talk.Id);
        return name == "Contact Seen" ? call : call.Identifiers(Scoped);
    }
}
