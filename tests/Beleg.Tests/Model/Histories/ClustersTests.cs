using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Model.Histories;

public sealed class ClustersTests : IDisposable
{
    private static readonly KeyedHash Hash = new(new byte[32]);
    private static readonly Identifier Phone = Identifier.Of(Hash, IdentifierType.Phone, "", "+491700000001");
    private static readonly Identifier Mail = Identifier.Of(Hash, IdentifierType.Email, "", "ada@example.com");
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "h.db");
    private readonly HistoryStore store;
    private long seq;

    public ClustersTests() => store = HistoryStore.Open(path);

    [Fact]
    public void EventsThatShareAnIdentifierComeTogetherOverBatches()
    {
        File([Some([Phone])]).Single().Length.ShouldBeGreaterThan(0);
        File([Some([Mail])]).Count.ShouldBe(1);
        var joined = File([Some([Phone, Mail])]).Single();
        PackedEvents.ReadAll(joined.Packed).Count.ShouldBe(3);
        store.ClusterOf(Phone.Key).ShouldBe(joined.Cluster);
        store.ClusterOf(Mail.Key).ShouldBe(joined.Cluster);
        store.All().Count().ShouldBe(1);
    }

    [Fact]
    public void AHistoryAbsorbedInABatchDoesNotComeBackInTheSame()
    {
        var other = Identifier.Of(Hash, IdentifierType.CustomerId, "shop", "c");
        File([Some([Phone])]);
        File([Some([Mail, other])]);
        var joined = File([Some([Phone, Mail]), Some([other])]).ShouldHaveSingleItem();
        PackedEvents.ReadAll(joined.Packed).Count.ShouldBe(4);
    }

    [Fact]
    public void AStatusThatCameBeforeItsMessageIsFoundWhenTheMessageNamesItsContact()
    {
        var message = Hash.Of("message", "m1");
        File([Some([]) with { Message = message, Kind = EventKind.MessageRead }]);
        var history = File([Some([Phone]) with { Message = message }]).Single();
        PackedEvents.ReadAll(history.Packed).Count.ShouldBe(2);
    }

    [Fact]
    public void AStatusInTheSameBatchFindsItsMessageWhicheverComesFirst()
    {
        var message = Hash.Of("message", "m1");
        var status = Some([]) with { Message = message, Kind = EventKind.MessageRead };
        File([status, Some([Phone]) with { Message = message }]).Single().Nodes.ShouldBe([Phone.Key]);
    }

    [Fact]
    public void AnOrderAndTheClickWhoseIdItCarriesAreFoldedTogether()
    {
        File([Some([Phone]) with { Kind = EventKind.LinkClicked, Payload = new ClickPayload { ClickId = "b1" } }]);
        var order = new OrderPayload { Shop = "s", OrderId = "1", PlacedAt = At, Currency = "EUR", Bid = "b1" };
        var history = File([Some([Mail]) with { Kind = EventKind.OrderCompleted, Payload = order }]).Single();
        history.Nodes.ShouldContain(Phone.Key);
        history.Nodes.ShouldContain(Mail.Key);
    }

    [Fact]
    public void AnIdentifierThatTooManyShareStopsJoining()
    {
        for (var i = 0; i < 3; i++)
            File([Some([Phone, Identifier.Of(Hash, IdentifierType.CustomerId, "shop", $"c{i}")])]);
        var later = Identifier.Of(Hash, IdentifierType.CustomerId, "shop", "later");
        var history = File([Some([Phone, later])]).Single(h => h.Nodes.Contains(later.Key));
        history.Nodes.ShouldNotContain(Phone.Key);
        store.Quarantined().ShouldBe([Phone.Key]);
    }

    [Fact]
    public void WhatWasFiledBeforeACrashIsNotFiledTwice()
    {
        var first = Some([Phone]);
        File([first]);
        var batch = new Clusters(store, Hash, 2);
        var placed = new Placed(1, 0, first);
        var history = batch.File([placed], known: 1, (_, _) => new Dictionary<Key, Key>()).Single();
        PackedEvents.ReadAll(history.Packed).Count.ShouldBe(1);
    }

    [Fact]
    public void AStoredEventReadsBackEqualButForWhatIsPersonal()
    {
        var written = Some([Phone]) with
        {
            FlowId = "welcome",
            Language = "de",
            EntryPoint = EntryPoint.Organic,
            Utm = new Utm("ig", "chat", null, null, null),
            Payload = new MessagePayload { IsFallback = true, Links = ["a", "b"], Category = MessageCategory.Utility },
        };
        var writer = new EventWriter();
        EventCodec.Write(written with { Personal = new Personal { Text = "hello" } }, writer);
        var read = EventCodec.Read(writer.Written);
        read.Personal.ShouldBeNull();
        read.Identifiers.Single().Key.ShouldBe(Phone.Key);
        read.Identifiers.Single().Value.ShouldBeEmpty();
        ((MessagePayload)read.Payload!).Links.ShouldBe(["a", "b"]);
        (read with { Identifiers = written.Identifiers, Payload = written.Payload }).ShouldBe(written);
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private static Instant At => Instant.FromUtc(2026, 8, 1, 10, 0);

    private static Event Some(IReadOnlyList<Identifier> identifiers) => new()
    {
        Kind = EventKind.MessageReceived,
        Id = Hash.Of("event", Guid.NewGuid().ToString()),
        OccurredAt = At,
        Source = "test",
        Trust = Trust.Server,
        Identifiers = identifiers,
    };

    private List<History> File(IReadOnlyList<Event> events)
    {
        store.Begin();
        var batch = new Clusters(store, Hash, 2);
        var histories = batch.File([.. events.Select(e => new Placed(++seq, 0, e))], known: 0, (_, _) => new Dictionary<Key, Key>()).ToList();
        batch.Save();
        store.Commit();
        return histories;
    }
}
