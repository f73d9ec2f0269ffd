using Beleg.Sources.Track;

namespace Beleg.Sources.Providers;

/// <summary>What signed-in people do (merge, undo, label, note, assumption, cost): track calls that the server itself writes down.</summary>
internal sealed class OperatorSource : ISource
{
    /// <inheritdoc/>
    public string Provider => "operator";

    /// <summary>Nobody may deliver acts from outside.</summary>
    public Admission Admit(IncomingRequest request, SourceSettings settings) => Admission.BadSignature("Acts of operators come from the server's own pages only.");

    /// <inheritdoc/>
    public void Translate(Delivery delivery, TranslationContext context, Translation into) =>
        SegmentSource.Translate(delivery, new TrackCall(context.Source, context.Hash, Trust.Operator, delivery.ReceivedAt, context.WithPersonal), into);
}
