using static Beleg.Sources.Track.Property;
using static Beleg.Sources.Track.PropertyType;

namespace Beleg.Sources.Track;

/// <summary>Every property the vocabulary knows: the envelope, and what is said in conversations. Money stands in the other part.</summary>
internal static partial class Properties
{
    // The envelope.
    public static readonly Property OccurredAt = Of("occurred_at", Time, "When it happened; wins over the call's timestamp.", "2026-08-14T09:30:00Z");
    public static readonly Property UpdatedAt = Of("updated_at", Time, "The source's time of its last change; of two events with one id the later wins.", "2026-08-14T09:31:00Z");
    public static readonly Property Channel = OneOf("channel", "Messaging channel; any other name counts as 'other'.", Sources.Channel.WhatsApp);
    public static readonly Property AccountId = Of("account_id", Text, "The business's own number, page or shop.", "1122334455667");
    public static readonly Property ConversationId = Of("conversation_id", Text, "The source's own conversation.", "c-1001");
    public static readonly Property MessageId = Of("message_id", Text, "The provider's message id.", "wamid.A1");
    public static readonly Property Actor = OneOf("actor", "Who caused it.", Sources.Actor.Bot);
    public static readonly Property FlowId = Of("flow_id", Text, "Flow.", "welcome");
    public static readonly Property FlowVersion = Of("flow_version", Text, "Version of the flow.", "3");
    public static readonly Property RunId = Of("run_id", Text, "One passage of one contact through a flow.", "r-77");
    public static readonly Property StepId = Of("step_id", Text, "Step of the flow.", "ask_budget");
    public static readonly Property Branch = Of("branch", Text, "Branch of the flow.", "bundle");
    public static readonly Property CampaignId = Of("campaign_id", Text, "Campaign.", "spring-2026");
    public static readonly Property EntryPoint = OneOf("entry_point", "How the conversation was entered.", Sources.EntryPoint.CommentToDm);
    public static readonly Property EntryRef = Of("entry_ref", Text, "Post, ad, keyword or code of the entry.", "post-9");
    public static readonly Property Language = Of("language", Text, "Language, BCP 47.", "de");
    public static readonly Property UtmSource = Of("utm_source", Text, "Campaign tag.", "instagram");
    public static readonly Property UtmMedium = Of("utm_medium", Text, "Campaign tag.", "chat");
    public static readonly Property UtmCampaign = Of("utm_campaign", Text, "Campaign tag.", "welcome");
    public static readonly Property UtmContent = Of("utm_content", Text, "Campaign tag.", "bundle");
    public static readonly Property UtmTerm = Of("utm_term", Text, "Campaign tag.", "roses");
    public static readonly Property Identifiers = Of("identifiers", Structure, "Names of the contact: [{type, scope, value}].", new[] { new { type = "email", value = "kim@example.com" } });
    public static readonly Property Email = Of("email", LongText, "E-mail of the contact.", "kim@example.com");
    public static readonly Property Phone = Of("phone", LongText, "Phone of the contact, with country code.", "+49 30 1234567");
    public static readonly Property Recipient = Of("recipient", Structure, "Who it goes to: an address of the channel, or {type, scope, value}.", new { type = "phone", value = "+493012345678" });

    // People.
    public static readonly Property Name = Of("name", LongText, "The person's name.", "Kim Example");
    public static readonly Property Consent = Of("consent", Structure, "One consent or several: {purpose, channel, status (given, withdrawn), wording_version, proof, valid_until}.", new { purpose = "marketing", channel = "whatsapp", status = "given", wording_version = "2026-03", proof = "checkbox" });
    public static readonly Property Purpose = Of("purpose", Text, "What the consent is for; marketing where absent.", "marketing");
    public static readonly Property WordingVersion = Of("wording_version", Text, "Version of the words shown.", "2026-03");
    public static readonly Property Proof = Of("proof", Text, "What proves it.", "checkbox");
    public static readonly Property ValidUntil = Of("valid_until", Time, "When it ends by itself.", "2028-03-01T00:00:00Z");

    // Messages.
    public static readonly Property Kind = Of("kind", Text, "What it is: of an outbound message " + string.Join(", ", Labels<MessageKind>.All) + "; of a refund " + string.Join(", ", Labels<RefundKind>.All) + "; of a cost its name.", "answer");
    public static readonly Property Message = Of("text", LongText, "The words of a message or a note.", "Where is my order?");
    public static readonly Property HandledBy = OneOf("handled_by", "What read an inbound message.", Sources.HandledBy.Bot);
    public static readonly Property Intent = Of("intent", Text, "Detected intent.", "order_status");
    public static readonly Property IsConfirmation = Of("is_confirmation", Bool, "The contact says that it is solved.", true);
    public static readonly Property InReplyTo = Of("in_reply_to", Text, "The provider's id of the message it answers.", "wamid.A0");
    public static readonly Property Referral = Of("referral", Structure, "The ad it came from: {source, ad_id, ctwa_clid, headline}.", new { source = "ad", ad_id = "ad-77", ctwa_clid = "clid-1", headline = "Roses" });
    public static readonly Property Public = Of("public", Bool, "Whether the contact sees it.", true);
    public static readonly Property ExpectsReply = Of("expects_reply", Bool, "The business asked and waits.", true);
    public static readonly Property IsFallback = Of("is_fallback", Bool, "The bot said that it did not understand.", false);
    public static readonly Property Links = Of("links", Texts, "Codes of the tagged links in it.", new[] { "8f3a" });
    public static readonly Property Buttons = Of("buttons", Texts, "Ids of the buttons in it.", new[] { "yes", "no" });
    public static readonly Property Template = Of("template", Text, "Template name.", "order_update");
    public static readonly Property Category = Of("category", Text, "Billing category: " + string.Join(", ", Labels<MessageCategory>.All) + ".", "utility");
    public static readonly Property Error = Of("error", Structure, "Why it failed: {code, reason}.", new { code = "131049", reason = "not delivered" });
    public static readonly Property Pricing = Of("pricing", Structure, "What the provider says about its price: {model, type, category, billable}.", new { model = "PMP", type = "regular", category = "utility", billable = true });
    public static readonly Property Watermark = Of("watermark", Time, "Every message of the thread up to here has reached this state.", "2026-08-14T09:30:00Z");

    // Clicks and flows.
    public static readonly Property ButtonId = Of("button_id", Text, "Button.", "btn-yes");
    public static readonly Property Label = Of("label", LongText, "The words on the button; of a label, the intent a person read.", "Yes, please");
    public static readonly Property LinkId = Of("link_id", Text, "Tagged link, where it has no code.", "l-1");
    public static readonly Property Code = Of("code", Text, "Code of the tagged link.", "8f3a");
    public static readonly Property Bid = Of("bid", Text, "Click id the redirect carried on; on an order, as it came through the checkout.", "b-123");
    public static readonly Property UserAgent = Of("user_agent", Text, "Who asked: " + string.Join(", ", Labels<UserAgentClass>.All) + ", or the header itself.", "browser");
    public static readonly Property Accepted = Of("accepted", Bool, "Whether it is a person's click.", true);
    public static readonly Property ContactClaim = OneOf("contact_claim", "What became of the signed contact of a link that serves many.", Sources.ContactClaim.Valid);
    public static readonly Property StepIndex = Of("step_index", Whole, "Position of the step, from 0.", 2);
    public static readonly Property Terminal = Of("terminal", Bool, "The step ends the flow.", false);
    public static readonly Property VisitId = Of("visit_id", Text, "One visit of a step; a loop makes several.", "v-3");
    public static readonly Property Goal = Of("goal", Text, "The goal reached.", "booked");
    public static readonly Property Upsell = Of("upsell", Bool, "The flow sells more to a buyer.", false);
    public static readonly Property Reason = Of("reason", Text, "Why.", "done");

    // People who help.
    public static readonly Property HandoffId = Of("handoff_id", Text, "The hand-off.", "h-5");
    public static readonly Property RequiredFields = Of("required_fields", Texts, "Fields the person needs.", new[] { "name", "email" });
    public static readonly Property FilledFields = Of("filled_fields", Texts, "Those filled at hand-off.", new[] { "name" });
    public static readonly Property Repeated = Of("repeated", Bool, "The contact had to say it again.", false);
    public static readonly Property Agent = Of("agent", LongText, "The person of the business.", "sam");
    public static readonly Property By = OneOf("by", "Who ended it; the actor where absent.", Sources.Actor.Human);
    public static readonly Property Confirmed = Of("confirmed", Bool, "The contact confirmed it.", true);
    public static readonly Property InactivityWaitSeconds = Of("inactivity_wait_seconds", Whole, "How long a timer had waited.", 86400);
    public static readonly Property Confidence = Of("confidence", Number, "0 to 1.", 0.93);
    public static readonly Property Labeller = Of("labeller", LongText, "Who labelled.", "lee");

    // Leads, surveys, visits, appointments, experiments.
    public static readonly Property LeadId = Of("lead_id", Text, "The lead.", "lead-8");
    public static readonly Property LeadFields = Of("fields", Texts, "Names of the fields captured, or an object of them.", new[] { "email", "budget" });
    public static readonly Property Interest = Of("interest", LongText, "What the contact wants.", "wedding");
    public static readonly Property Budget = Of("budget", LongText, "What it may cost.", "500");
    public static readonly Property TimeFrame = Of("time_frame", LongText, "By when.", "June");
    public static readonly Property Status = OneOf("status", "Where the lead stands.", LeadStatus.Qualified);
    public static readonly Property Owner = Of("owner", Text, "Who looks after it.", "sales");
    public static readonly Property NextStep = Of("next_step", Text, "What is next.", "call back");
    public static readonly Property SurveyId = Of("survey_id", Text, "The survey as sent to this contact.", "s-4");
    public static readonly Property Type = Of("type", Text, "Of a survey " + string.Join(", ", Labels<SurveyType>.All) + "; of a conversion trial, install, sign_up, booking.", "csat");
    public static readonly Property ScaleMin = Of("scale_min", Whole, "Lowest score; 1 (csat) or 0 where absent.", 1);
    public static readonly Property ScaleMax = Of("scale_max", Whole, "Highest score; 5 (csat), 10 (nps) or 1 (thumb) where absent.", 5);
    public static readonly Property Score = Of("score", Whole, "The answer; of a thumb also up and down.", 4);
    public static readonly Property Rated = OneOf("rated", "Whose work was rated.", Sources.Actor.Bot);
    public static readonly Property SessionId = Of("session_id", Text, "The web visit.", "sess-1");
    public static readonly Property LandingUrl = Of("landing_url", LongText, "Address of the first page.", "https://shop.example/?utm_source=instagram&utm_medium=chat");
    public static readonly Property Referrer = Of("referrer", LongText, "Address of the page before.", "https://www.example.org/");
    public static readonly Property AppointmentId = Of("appointment_id", Text, "The appointment.", "a-2");
    public static readonly Property StartsAt = Of("starts_at", Time, "When it starts.", "2026-09-01T10:00:00Z");
    public static readonly Property ExperimentId = Of("experiment_id", Text, "The experiment.", "opener");
    public static readonly Property VariationId = Of("variation_id", Text, "The variation.", "b");
}
