using Beleg.Primitives;
using Beleg.Sources.Web;
using static Beleg.Sources.Track.Properties;

namespace Beleg.Sources.Track;

/// <summary>People: who they are, what they agreed to, what they want, how content they are, and what they do elsewhere.</summary>
internal static class ContactEvents
{
    private static readonly Property[] Lead = [LeadId, LeadFields, Interest, Budget, TimeFrame, Status, Owner, NextStep];
    private static readonly Property[] Consenting = [Purpose, WordingVersion, Proof, ValidUntil];
    private static readonly Property[] Survey = [SurveyId, Properties.Type, ScaleMin, ScaleMax, Score, Rated];
    private static readonly Property[] Appointment = [AppointmentId, StartsAt];

    public static IEnumerable<EventDefinition> All { get; } =
    [
        new(EventKind.ContactSeen, "Contact Seen", "Who somebody is; Segment's identify.", Trust.Browser, Sources.Actor.Unknown, [], [Name, Consent], _ => null),
        new(EventKind.LeadCaptured, "Lead Captured", "Contact details or an interest were captured.", Trust.Browser, Sources.Actor.Unknown, [], Lead, Capture),
        new(EventKind.LeadStatusChanged, "Lead Status Changed", "A lead moved on.", Trust.Browser, Sources.Actor.Unknown, [LeadId, Status], Lead, Capture),
        new(EventKind.ConsentGiven, "Consent Given", "The contact agreed.", Trust.Server, Sources.Actor.Contact, [], Consenting, Agree),
        new(EventKind.ConsentWithdrawn, "Consent Withdrawn", "The contact no longer agrees.", Trust.Server, Sources.Actor.Contact, [], Consenting, Agree),
        new(EventKind.SurveySent, "Survey Sent", "The contact was asked.", Trust.Browser, Sources.Actor.Unknown, [], Survey, Ask),
        new(EventKind.SurveyAnswered, "Survey Answered", "The contact answered.", Trust.Browser, Sources.Actor.Contact, [Score], Survey, Ask),
        new(EventKind.SessionStarted, "Session Started", "A web visit began.", Trust.Browser, Sources.Actor.Contact, [SessionId],
            [SessionId, LandingUrl, Referrer], Visit),
        new(EventKind.Conversion, "Conversion", "A conversion that is no order.", Trust.Browser, Sources.Actor.Contact, [Properties.Type],
            [Properties.Type, SessionId, Value, Properties.Currency], Convert),
        new(EventKind.AppointmentBooked, "Appointment Booked", "An appointment was made.", Trust.Browser, Sources.Actor.Contact, [AppointmentId], Appointment, Meet),
        new(EventKind.AppointmentAttended, "Appointment Attended", "The contact came.", Trust.Browser, Sources.Actor.Contact, [AppointmentId], Appointment, Meet),
        new(EventKind.AppointmentMissed, "Appointment Missed", "The contact did not come.", Trust.Browser, Sources.Actor.Contact, [AppointmentId], Appointment, Meet),
        new(EventKind.ExperimentViewed, "Experiment Viewed", "The contact saw a variation.", Trust.Browser, Sources.Actor.Unknown, [ExperimentId, VariationId],
            [ExperimentId, VariationId], r => new ExperimentPayload { ExperimentId = r.Required(ExperimentId), VariationId = r.Required(VariationId) }),
    ];

    private static LeadPayload Capture(PropertyReader r) => new()
    {
        Lead = LeadOf(r),
        Fields = r.Texts(LeadFields),
        Status = r.Label<LeadStatus>(Status) ?? LeadStatus.New,
        Owner = r.Text(Owner),
        NextStep = r.Text(NextStep),
    };

    // A page knows a lead by its key only: the id stays in the delivery that captured it.
    private static Key LeadOf(PropertyReader r) =>
        r.Call.Trust == Trust.Operator && Key.TryParse(r.Text(LeadId), out var known) && !known.IsNone ? known : r.Key(LeadId, "lead");

    private static ConsentPayload Agree(PropertyReader r) => new()
    {
        Purpose = r.Text(Purpose) ?? "marketing",
        WordingVersion = r.Text(WordingVersion),
        Proof = r.Text(Proof),
        ValidUntil = r.Time(ValidUntil),
    };

    private static SurveyPayload Ask(PropertyReader r)
    {
        var type = r.Label<SurveyType>(Properties.Type) ?? SurveyType.Csat;
        var (min, max) = type switch { SurveyType.Nps => (0, 10), SurveyType.Thumb => (0, 1), _ => (1, 5) };
        min = r.Int(ScaleMin) ?? min;
        max = r.Int(ScaleMax) ?? max;
        var score = type == SurveyType.Thumb ? Thumb(r) : r.Int(Score);
        if (min >= max)
            r.Fail(ScaleMax, "must be above scale_min");
        if (score < min || score > max)
            r.Fail(Score, "lies outside the scale");
        return new SurveyPayload
        {
            Survey = r.Key(SurveyId, "survey"),
            Type = type,
            ScaleMin = min,
            ScaleMax = max,
            Score = score,
            Rated = r.Label<Actor>(Rated) ?? Sources.Actor.Unknown,
        };
    }

    private static int? Thumb(PropertyReader r)
    {
        var score = r[Score];
        if (score.Is("up"u8) || score.Bool() == true)
            return 1;
        return score.Is("down"u8) || score.Bool() == false ? 0 : r.Int(Score);
    }

    private static SessionPayload Visit(PropertyReader r)
    {
        var page = LandingPage.Read(r[LandingUrl].Text());
        var referrer = LandingPage.HostOf(r[Referrer].Text());
        r.Envelope.Utm ??= page.Utm;
        return new SessionPayload
        {
            Session = r.Key(SessionId, "session"),
            LandingPath = page.Path,
            ReferrerHost = referrer,
            TrafficChannel = page.Channel(r.Envelope.Utm, referrer),
            Bid = page.Bid,
        };
    }

    private static ConversionPayload Convert(PropertyReader r)
    {
        // A browser may say that something happened, not what it is worth.
        var valued = r[Value].Exists && r.Call.Trust > Trust.Browser;
        var currency = r.Currency(valued);
        return new ConversionPayload
        {
            Type = r.Required(Properties.Type),
            Session = r.Key(SessionId, "session"),
            AmountMinor = valued ? r.Amount(Value, currency) : null,
            Currency = valued ? currency?.Code : null,
        };
    }

    private static AppointmentPayload Meet(PropertyReader r) => new()
    {
        Appointment = r.Key(AppointmentId, "appointment"),
        StartsAt = r.Time(StartsAt),
    };
}
