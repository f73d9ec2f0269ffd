namespace Beleg.Sources.Track;

/// <summary>An event of the vocabulary: what it is called, what it holds, who may say it, and how its payload is read.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Name">The name on the wire.</param>
/// <param name="Meaning">One sentence for the schema.</param>
/// <param name="LowestTrust">A source trusted less may not say it.</param>
/// <param name="DefaultActor">Who caused it where the event does not say; unknown takes the source's own default for what the business sent.</param>
/// <param name="Required">Properties without which it is refused.</param>
/// <param name="Properties">All properties beyond the envelope, the required ones too.</param>
/// <param name="Read">Reads them; null where the envelope says all.</param>
internal sealed record EventDefinition(
    EventKind Kind,
    string Name,
    string Meaning,
    Trust LowestTrust,
    Actor DefaultActor,
    Property[] Required,
    Property[] Properties,
    Func<PropertyReader, Payload?> Read);
