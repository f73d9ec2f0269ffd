namespace Beleg.Sources;

/// <summary>
/// What only one family of events has. A payload writes its fields in a fixed order and reads them in the same; the stored form
/// is a cache beside the journal, so a change of fields needs a new <see cref="EventCodec.Version"/> and no migration.
/// </summary>
public abstract record Payload
{
    internal abstract void Write(EventWriter w);
}
