using Beleg.Sources.Json;
using Beleg.Sources.Normalising;

namespace Beleg.Sources.Track;

/// <summary>Reads what a contact agreed to from the traits it was seen with; each consent is an event of its own.</summary>
internal static class ConsentReader
{
    public static void Add(PropertyReader r, JsonValue traits, Event seen, int item, Translation into)
    {
        var consent = r[Properties.Consent].Exists ? r[Properties.Consent] : traits["consent"u8];
        if (!consent.Exists)
            return;
        if (r.Call.Trust == Trust.Browser)
        {
            into.Refuse(item, RefusalReason.NotTrusted, "A browser key may not say what somebody agreed to; send the consent with a secret key.");
            return;
        }

        var position = 0;
        if (consent.IsArray)
        {
            foreach (var one in consent.Items)
                AddOne(r, one, seen, ++position, item, into);
        }
        else
        {
            AddOne(r, consent, seen, 1, item, into);
        }
    }

    private static void AddOne(PropertyReader r, JsonValue consent, Event seen, int position, int item, Translation into)
    {
        var given = consent.IsBool ? consent.Bool() : Given(consent);
        if (given is null)
        {
            into.Refuse(item, RefusalReason.MalformedItem, "A consent must be {purpose, status: given or withdrawn, …}.");
            return;
        }

        var channel = consent["channel"u8].Text();
        into.Add(item, new Event
        {
            Kind = given.Value ? EventKind.ConsentGiven : EventKind.ConsentWithdrawn,
            Id = seen.Id.With(position),
            OccurredAt = Timestamps.Read(consent["at"u8]) is { } at && Timestamps.IsBelievable(at, r.Call.ReceivedAt) ? at : seen.OccurredAt,
            Source = seen.Source,
            Trust = seen.Trust,
            Identifiers = seen.Identifiers,
            Channel = channel is not null && Labels<Channel>.TryRead(channel, out var known) ? known : seen.Channel,
            AccountId = seen.AccountId,
            Actor = Actor.Contact,
            Payload = new ConsentPayload
            {
                Purpose = consent["purpose"u8].Text() ?? "marketing",
                WordingVersion = consent["wording_version"u8].Text(),
                Proof = consent["proof"u8].Text(),
                ValidUntil = Timestamps.Read(consent["valid_until"u8]),
            },
        });
    }

    private static bool? Given(JsonValue consent)
    {
        var status = consent["status"u8];
        if (status.Is("given"u8) || status.Is("granted"u8))
            return true;
        if (status.Is("withdrawn"u8) || status.Is("denied"u8))
            return false;
        return consent["given"u8].Bool();
    }
}
