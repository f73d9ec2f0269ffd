using Beleg.Sources.Track;

namespace Beleg.Sources.Providers;

/// <summary>Clicks on tagged links, which the server that redirects writes down as "Link Clicked" calls: who asked, whether it counts, and the link's words.</summary>
internal sealed class LinkSource : ISource
{
    /// <inheritdoc/>
    public string Provider => "links";

    /// <summary>Nobody may deliver clicks from outside.</summary>
    public Admission Admit(IncomingRequest request, SourceSettings settings) => Admission.BadSignature("Clicks come from the server's own redirects only.");

    /// <inheritdoc/>
    public void Translate(Delivery delivery, TranslationContext context, Translation into) =>
        SegmentSource.Translate(delivery, new TrackCall(context.Source, context.Hash, Trust.Server, delivery.ReceivedAt, context.WithPersonal), into);
}
