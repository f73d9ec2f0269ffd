using Beleg.Sources.Track;

namespace Beleg.Sources.Providers;

/// <summary>Rows of files, as <see cref="Files.FileImport"/> writes them down: batches of calls that whoever runs the command vouches for.</summary>
internal sealed class ImportSource : ISource
{
    /// <inheritdoc/>
    public string Provider => Files.FileImport.Provider;

    /// <summary>Nobody may deliver files from outside.</summary>
    public Admission Admit(IncomingRequest request, SourceSettings settings) => Admission.BadSignature("Files come by the import command only.");

    /// <inheritdoc/>
    public void Translate(Delivery delivery, TranslationContext context, Translation into) =>
        SegmentSource.Translate(delivery, new TrackCall(context.Source, context.Hash, Trust.Server, delivery.ReceivedAt, context.WithPersonal), into);
}
