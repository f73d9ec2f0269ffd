using Beleg.Model;
using Beleg.Sources;
using NodaTime;
using static Beleg.Sources.EventKind;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

/// <summary>Consent, leads, surveys, visits, appointments: what a contact's record holds beside its talk.</summary>
public sealed class ContactRecordTests
{
    private static readonly Instant Start = At("2026-09-14 10:00");

    private static Instant After(double minutes) => Start.Plus(Duration.FromMinutes(minutes));

    [Fact]
    public void ThreeWaysOfSayingStopAreOneWithdrawalWithThreeProofs()
    {
        var facts = Fold(
            Consent(ConsentGiven, Anna, After(-100)), Consent(ConsentWithdrawn, Anna, Start, "preference"),
            Consent(ConsentWithdrawn, Anna, After(0.3), "button"), Consent(ConsentWithdrawn, Anna, After(0.9), "STOP"));
        var consent = facts.Consents.ShouldHaveSingleItem();
        (consent.GivenAt, consent.WithdrawnAt, consent.Proofs).ShouldBe((After(-100), Start, 3));
        var contact = facts.Contacts.ShouldHaveSingleItem();
        (contact.OptedOutAt, contact.OptOutProofs, contact.MarketingConsentAt).ShouldBe((Start, 3, null));
    }

    [Fact]
    public void ConsentAfterAWithdrawalIsANewSpan()
    {
        var facts = Fold(Consent(ConsentGiven, Anna, Start), Consent(ConsentWithdrawn, Anna, After(1)), Consent(ConsentGiven, Anna, After(2)));
        facts.Consents.Count.ShouldBe(2);
        var contact = facts.Contacts.ShouldHaveSingleItem();
        (contact.OptedOutAt, contact.MarketingConsentAt).ShouldBe((null, After(2)));
    }

    [Theory]
    [InlineData(-60, true)]
    [InlineData(5, true)]
    [InlineData(60 * 48, false)]
    public void ConsentByTheEndOfTheConversationCountsForItsLead(double minutes, bool counts)
    {
        var facts = Fold(
            Inbound(Anna, Start), Bot(Anna, After(1)), Lead(LeadCaptured, Anna, After(2)), Inbound(Anna, After(9)),
            Consent(ConsentGiven, Anna, After(minutes)));
        facts.Leads.ShouldHaveSingleItem().WithConsent.ShouldBe(counts);
        (facts.Conversations[0].LeadCaptured, facts.Conversations[0].LeadWithConsent).ShouldBe((true, counts));
    }

    [Fact]
    public void ConsentTakenBackBeforeTheLeadDoesNotCount() =>
        Fold(Consent(ConsentGiven, Anna, After(-60)), Consent(ConsentWithdrawn, Anna, After(-30)), Inbound(Anna, Start), Lead(LeadCaptured, Anna, After(2)))
            .Leads.ShouldHaveSingleItem().WithConsent.ShouldBeFalse();

    [Fact]
    public void ALeadKeepsWhenItGotWhere()
    {
        var lead = Fold(
            Lead(LeadCaptured, Anna, Start), Lead(LeadStatusChanged, Anna, After(10), LeadStatus.Qualified), Lead(LeadStatusChanged, Anna, After(20), LeadStatus.Won))
            .Leads.ShouldHaveSingleItem();
        (lead.Status, lead.QualifiedAt, lead.WonAt, lead.CapturedAt).ShouldBe((LeadStatus.Won, After(10), After(20), Start));
    }

    [Fact]
    public void TheLastAnswerWithinThreeDaysCounts()
    {
        Event[] asked = [Inbound(Anna, Start), Bot(Anna, After(1)), Survey(Anna, After(2), 0, kind: SurveySent), Survey(Anna, After(3), 2), Survey(Anna, After(2 + 72 * 60), 5)];
        Fold(asked).Surveys.ShouldHaveSingleItem().Score.ShouldBe(5);
        Fold([.. asked, Survey(Anna, After(3 + 72 * 60), 1)]).Surveys.ShouldHaveSingleItem().Score.ShouldBe(5);
    }

    [Fact]
    public void AVisitIsWithChatWhereAnAutomatedConversationFollowsWithinADay()
    {
        VisitFact Visited(Instant chat) => Fold(Visit(Anna, Start, "v1"), Inbound(Anna, chat), Bot(Anna, chat.Plus(Duration.FromMinutes(1)))).Visits.ShouldHaveSingleItem();
        Visited(After(24 * 60)).WithChat.ShouldBeTrue();
        Visited(After(24 * 60 + 1)).WithChat.ShouldBeFalse();
        Visited(After(-10)).WithChat.ShouldBeFalse();
    }

    [Fact]
    public void AConversionBelongsToTheVisitItFollows()
    {
        var facts = Fold(
            Visit(Anna, Start, "v1"), Visit(Anna, After(60), "v2"),
            Act(EventKind.Conversion, Anna, After(90), new ConversionPayload { Type = "trial", AmountMinor = 500, Currency = "EUR" }, Channel.Other));
        facts.Visits.Select(v => v.Converted).ShouldBe([false, true]);
        var conversion = facts.Conversions.ShouldHaveSingleItem();
        (conversion.Visit, conversion.AmountMinor).ShouldBe((KeyOf("session", "v2"), 500));
    }

    [Fact]
    public void AnAppointmentThatWasMovedIsDueWhenLastSaid()
    {
        Event Booked(EventKind kind, double at, double starts) => Act(kind, Anna, After(at), new AppointmentPayload { Appointment = KeyOf("appointment", "1"), StartsAt = After(starts) });
        var appointment = Fold(Booked(AppointmentBooked, 0, 1000), Booked(AppointmentBooked, 5, 3000), Booked(AppointmentMissed, 3001, 3000)).Appointments.ShouldHaveSingleItem();
        (appointment.StartsAt, appointment.State, appointment.BookedAt).ShouldBe((After(3000), AppointmentState.Missed, Start));
    }

    [Fact]
    public void TheFirstSightOfAVariationIsTheExposure()
    {
        Event Saw(double at) => Act(ExperimentViewed, Anna, After(at), new ExperimentPayload { ExperimentId = "x", VariationId = "b" });
        Fold(Saw(5), Saw(1), Saw(9)).Exposures.ShouldHaveSingleItem().At.ShouldBe(After(1));
    }

    [Fact]
    public void TheRecordKnowsWhereAContactCameFrom()
    {
        var contact = Fold(
            Inbound(Anna, Start, entry: EntryPoint.CommentToDm, channel: Channel.Instagram), Inbound(Anna, After(1)), Inbound(Anna, After(2)),
            Sent(Anna, After(3), Actor.Bot)).Contacts.ShouldHaveSingleItem();
        (contact.FirstChannel, contact.PreferredChannel, contact.FirstEntryPoint, contact.FirstMessagedAt)
            .ShouldBe((Channel.Instagram, Channel.WhatsApp, EntryPoint.CommentToDm, After(3)));
    }
}
