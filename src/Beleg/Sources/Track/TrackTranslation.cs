using System.Security.Cryptography;
using Beleg.Primitives;
using Beleg.Sources.Json;
using Beleg.Sources.Normalising;
using NodaTime;

namespace Beleg.Sources.Track;

/// <summary>
/// Reads one call of the Segment HTTP API: what Segment clients, files and operators' acts have in common. Pure: what comes out
/// depends on the call, the source and the moment it came, nothing else.
/// </summary>
internal static class TrackTranslation
{
    [ThreadStatic]
    private static PropertyReader? pooled;

    /// <summary>Translates one call.</summary>
    /// <param name="call">The call's object.</param>
    /// <param name="type">track, identify, page, screen, alias or group where the address says so; null where the call says it itself.</param>
    /// <param name="outer">The context that a batch gives all its calls.</param>
    /// <param name="item">Position in the delivery.</param>
    /// <param name="known">Source, trust and time.</param>
    /// <param name="into">Takes the events and refusals.</param>
    public static void Translate(JsonValue call, string? type, JsonValue outer, int item, TrackCall known, Translation into)
    {
        if (!call.IsObject)
        {
            into.Refuse(item, RefusalReason.MalformedItem, "A call must be a JSON object.");
            return;
        }

        var kind = call["type"u8].Text() ?? type ?? TypeOf(call);
        var (definition, name, properties) = Meaning(call, kind);
        if (name is null)
        {
            into.Refuse(item, RefusalReason.MalformedItem, kind == "track" ? "'event' is missing: the name of what happened." : "The call's type is none of track, identify, page, screen, alias, group.");
            return;
        }

        if (known.Trust < (kind == "alias" ? Trust.Server : definition?.LowestTrust ?? Trust.Browser))
        {
            into.Refuse(item, RefusalReason.NotTrusted, $"A browser key may not send {name}; send it with a secret key.");
            return;
        }

        var reader = pooled ??= new PropertyReader { Call = known };
        reader.Call = known;
        reader.Load(properties, known.WithPersonal);
        Read(reader, definition, name, call, outer, item, into);
    }

    /// <summary>Reads a call's properties with a reader whose properties are loaded; a test watches it.</summary>
    internal static void Read(PropertyReader reader, EventDefinition? definition, string name, JsonValue call, JsonValue outer, int item, Translation into)
    {
        var context = call["context"u8];
        var traits = call["traits"u8];
        var outerTraits = context["traits"u8].IsObject ? context["traits"u8] : outer["traits"u8];
        var occurredAt = OccurredAt(reader, call);
        reader.Envelope = EnvelopeReader.Read(reader, IdOf(reader.Call, call, name), occurredAt, definition?.DefaultActor ?? Actor.Unknown, context["campaign"u8]);
        IdentifierReader.Read(reader, call, traits, outerTraits);
        if (reader.Peek(Properties.Recipient).Exists)
            IdentifierReader.AddRecipient(reader);
        foreach (var required in definition is null ? [] : definition.Required)
        {
            if (!reader.Peek(required).Exists)
                reader.Fail(RefusalReason.MissingId, $"'{required.Name}' is missing: {name} needs it.");
        }

        var payload = definition?.Read(reader);
        if (definition?.Kind == EventKind.ContactSeen && reader.Envelope.Identifiers.Count == 0)
            reader.Fail(RefusalReason.BadIdentifier, "Nobody is named: no id, no e-mail or phone that can be read (a phone needs its country code).");
        if (!Timestamps.IsBelievable(occurredAt, reader.Call.ReceivedAt))
            reader.Fail(RefusalReason.TimeOutOfRange, "The time lies before 2005 or more than 48 h ahead.");
        var happened = EnvelopeReader.Complete(reader, definition?.Kind ?? EventKind.Unknown, payload, definition is null ? name : null, traits);
        if (reader.Problem is { } problem)
        {
            into.Refuse(item, problem.Reason, problem.Detail);
            return;
        }

        into.Add(item, happened);
        if (definition?.Kind == EventKind.ContactSeen)
            ConsentReader.Add(reader, traits, happened, item, into);
    }

    private static (EventDefinition? Definition, string? Name, JsonValue Properties) Meaning(JsonValue call, string kind)
    {
        switch (kind)
        {
            case "track":
                var name = call["event"u8].Text();
                return (name is null ? null : EventCatalogue.Find(name), name, call["properties"u8]);
            case "identify":
                return (EventCatalogue.ContactSeen, EventCatalogue.ContactSeen.Name, call["traits"u8]);
            case "alias":
                return (EventCatalogue.ContactSeen, EventCatalogue.ContactSeen.Name, default);
            case "page" or "screen":
                var visit = call["properties"u8]["session_id"u8].Exists;
                return (visit ? EventCatalogue.SessionStarted : null, visit ? EventCatalogue.SessionStarted.Name : kind == "page" ? "Page Viewed" : "Screen Viewed", call["properties"u8]);
            case "group":
                return (null, "Group Joined", call["traits"u8]);
            default:
                return (null, null, default);
        }
    }

    // The address of the HTTP API tells the type; where a call comes without, its own fields do.
    private static string TypeOf(JsonValue call) =>
        call["event"u8].Exists ? "track"
        : call["previousId"u8].Exists ? "alias"
        : call["groupId"u8].Exists ? "group"
        : call["traits"u8].Exists ? "identify"
        : call["properties"u8].Exists ? "page"
        : "identify";

    // TRICKY: Segment itself shifts a call's time by its clock skew, which it learns from the moment of arrival. Facts must not depend
    // on that moment: the same call delivered twice would be two times. A client's clock is believed within the bounds instead.
    private static Instant OccurredAt(PropertyReader reader, JsonValue call) =>
        reader.Time(Properties.OccurredAt)
        ?? TimeOf(reader, call["timestamp"u8])
        ?? TimeOf(reader, call["originalTimestamp"u8])
        ?? TimeOf(reader, call["sentAt"u8])
        ?? reader.Call.ReceivedAt;

    private static Instant? TimeOf(PropertyReader reader, JsonValue value)
    {
        if (!value.Exists || value.Is(""u8))
            return null;
        var read = Timestamps.Read(value);
        if (read is null)
            reader.Fail(RefusalReason.MalformedItem, "'timestamp' must be a time: ISO 8601, or seconds or milliseconds since 1970.");
        return read;
    }

    private static Key IdOf(TrackCall known, JsonValue call, string name)
    {
        var id = call["messageId"u8].Exists ? call["messageId"u8] : call["message_id"u8];
        if (id.Plain is { IsEmpty: false } plain && plain.Length <= PropertyReader.LongestText)
            return known.Hash.OfUtf8("event", known.Source.Name, plain);
        if (id.Text() is { } text)
            return known.Hash.Of("event", known.Source.Name, text);

        // A call without an id is the same call when it says the same.
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(call.Raw, digest);
        return known.Hash.Of("event", known.Source.Name, name + Convert.ToHexString(digest));
    }
}
