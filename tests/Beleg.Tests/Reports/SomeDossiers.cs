using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Beleg.Attribution;
using Beleg.Keys;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Contacts;
using Beleg.Reports.Receipts;
using Beleg.Sources;
using Beleg.Tests.Support;

namespace Beleg.Tests.Reports;

/// <summary>One cluster of events, folded as the stream folds it; each event lies in a delivery of its own, and only there with what is personal.</summary>
internal sealed class SomeDossiers : IDossiers
{
    private readonly Event[] told;
    private readonly FoldSettings settings;
    private readonly InMemoryJournal journal;

    public SomeDossiers(params Event[] told) : this(Some.Settings, told)
    {
    }

    public SomeDossiers(FoldSettings settings, params Event[] told)
    {
        (this.settings, this.told) = (settings, told);
        var keys = KeyRing.InMemory();
        keys.Create(SomeDelivery.Workspace);
        journal = new InMemoryJournal(keys);
        foreach (var i in Enumerable.Range(0, told.Length))
            journal.AppendAsync(SomeDelivery.Saying(i.ToString(CultureInfo.InvariantCulture)), CancellationToken.None).AsTask().Wait();
    }

    public HashSet<long> Asked { get; } = [];

    public ReceiptReader Receipts => new(this, new ReceiptSettings(settings.Hash, settings.Zone, settings.Currency, settings.Windows, settings.HalfLifeDays, "0.1.0"));

    public ContactReader Contacts => new(this, new PersonalReader(journal, SomeDelivery.Workspace, Translate), settings.Currency);

    public FactBatch Facts => Open(default)!.Facts;

    public Dossier? Open(Key key)
    {
        JournaledEvent[] events = [.. told.Select((e, i) => new JournaledEvent(i + 1, 0, Stored(e))).OrderBy(e => e.Event.OccurredAt).ThenBy(e => e.Event.Id).ThenBy(e => e.Seq)];
        if (!key.IsNone && key == new Key(404))
            return null;
        var fold = new ClusterFold(settings, new OrderCrediting(settings));
        var facts = new FactBatch();
        fold.Fold([.. events.Select(e => e.Event)], FrozenSet<Key>.Empty, facts);
        return new Dossier(facts, events) { Owners = fold.Owners() };
    }

    private static Event Stored(Event happened)
    {
        var writer = new EventWriter();
        EventCodec.Write(happened, writer);
        return EventCodec.Read(writer.Written);
    }

    private void Translate(Delivery delivery, Translation into)
    {
        Asked.Add(delivery.Seq);
        into.Add(0, told[int.Parse(Encoding.UTF8.GetString(delivery.Body.Span), CultureInfo.InvariantCulture)]);
    }
}
