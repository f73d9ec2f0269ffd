using Beleg.Sources.Json;
using Beleg.Sources.Track;

namespace Beleg.Sources.Providers;

/// <summary>The Segment HTTP API: track, identify, page, screen, alias, group and batches of them, with this product's events as track calls.</summary>
/// <remarks>https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/</remarks>
internal sealed class SegmentSource : ISource
{
    /// <summary>The header under which the address's call type (track, identify, …) is kept: the body of such a call need not repeat it.</summary>
    public const string CallHeader = "x-beleg-call";

    /// <inheritdoc/>
    public string Provider => "segment";

    /// <inheritdoc/>
    public Admission Admit(IncomingRequest request, SourceSettings settings)
    {
        var keep = request.Headers(CallHeader) is { } call
            ? new Dictionary<string, string>(StringComparer.Ordinal) { [CallHeader] = call }
            : null;
        if (settings.Secrets.Count == 0)
            return Admission.Accepted(keep);
        return WriteKeys.Match(request.Headers("authorization"), settings.Secrets)
            ? Admission.Accepted(keep)
            : Admission.BadSignature("The write key is missing or wrong: send it as the user of basic authorization, with an empty password.");
    }

    /// <inheritdoc/>
    public void Translate(Delivery delivery, TranslationContext context, Translation into)
    {
        var known = new TrackCall(context.Source, context.Hash, context.Source.Trust, delivery.ReceivedAt, context.WithPersonal);
        Translate(delivery, known, into);
    }

    /// <summary>Translates a call or a batch with a given trust; what files and operators' acts have in common with Segment.</summary>
    internal static void Translate(Delivery delivery, TrackCall known, Translation into)
    {
        if (!JsonTape.TryRead(delivery.Body, out var root, out var problem))
        {
            into.Refuse(-1, RefusalReason.NotJson, problem);
            return;
        }

        var batch = root.IsArray ? root : root["batch"u8];
        if (batch.IsArray)
        {
            var item = 0;
            var outer = root["context"u8];
            foreach (var call in batch.Items)
                TrackTranslation.Translate(call, null, outer, item++, known, into);
        }
        else if (root.IsObject)
        {
            TrackTranslation.Translate(root, delivery.Headers.GetValueOrDefault(CallHeader), default, 0, known, into);
        }
        else
        {
            into.Refuse(-1, RefusalReason.UnknownShape, "A call, a list of calls, or {\"batch\": […]} was expected.");
        }
    }
}
