using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Tests.Warehouse.DuckDb;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using Beleg.Warehouse.Facts;
using NodaTime;

namespace Beleg.Tests.Warehouse.Facts;

public sealed class FactTableTests : IDisposable
{
    private readonly ScratchEngine engine = new();
    private readonly DuckDbConnection connection;

    public FactTableTests()
    {
        connection = engine.Connect();
        WarehouseSchema.Create(connection);
    }

    public void Dispose()
    {
        connection.Dispose();
        engine.Dispose();
    }

    private static MessageFact Message(int contact) => (MessageFact)SomeFacts.Record(typeof(MessageFact), contact);

    [Fact]
    public void EveryFactHasATableOfItsName() =>
        string.Join(' ', FactTables.All.Select(table => table.Name)).ShouldBe(
            "contact conversation message click flow_run step_visit handoff lead consent survey visit conversion touch orders refund unmatched_refund credit cart subscription cancellation_intent appointment deal exposure conflict cost assumption message_rate shop_total ledger_conflict");

    [Fact]
    public void ColumnsAreThePropertiesInTheirOrder()
    {
        connection.Query("select column_name || ' ' || lower(data_type) || case when is_nullable then '' else ' not null' end from duckdb_columns() where table_name = 'refund' and database_name = current_database() order by column_index", [], row => row.Text(0))
            .ShouldBe(
            [
                "refund bigint not null", "order bigint", "contact bigint not null", "at timestamp not null", "day date not null",
                "kind enum('refund', 'chargeback') not null", "amount_original_minor bigint not null", "amount_minor bigint not null",
            ]);
    }

    [Fact]
    public void LabelsAreTheWordsOfTheVocabulary()
    {
        connection.Scalar<string>("select enum_range(null::channel)::varchar").ShouldBe("[other, whatsapp, messenger, instagram, telegram, webchat, email, push, sms, voice]");
        connection.Scalar<string>("select enum_range(null::entry_point)::varchar").ShouldBe("[organic, comment_to_dm, story_reply, keyword, ad, link, qr, widget, campaign_reply]");
        connection.Scalar<string>("select enum_range(null::evidence)::varchar").ShouldBe("[a, b, c, d, e, none]");
    }

    [Fact]
    public void EveryFactComesBackAsItWent()
    {
        var facts = SomeFacts.Of([.. Enumerable.Range(0, 3000)]);
        Append(facts);
        var read = new FactBatch();
        foreach (var table in FactTables.All)
        {
            table.Read(connection, $"order by {Sql.Name(table.Columns[0].Name)}", [], read);
            table.Count(read).ShouldBe(table.Count(facts), table.Name);
        }
        foreach (var list in typeof(FactBatch).GetProperties())
            ((IEnumerable<object>)list.GetValue(read)!).SequenceEqual((IEnumerable<object>)list.GetValue(facts)!).ShouldBeTrue(list.Name);
    }

    [Fact]
    public void AnAbsentKeyIsNullSoThatNothingJoinsOrCountsIt()
    {
        var batch = new FactBatch();
        batch.Messages.Add(Message(1) with { Conversation = Key.None });
        batch.Messages.Add(Message(3));
        FactTables.Of<MessageFact>().Append(connection, batch);
        connection.Scalar<long>("select count(conversation) from message").ShouldBe(1);
        connection.Query("select conversation from message where conversation is null", [], row => row.IsNull(0)).ShouldBe([true]);
    }

    [Fact]
    public void AFactWithoutItsOwnKeyIsRefused()
    {
        var batch = new FactBatch();
        batch.Messages.Add(Message(1) with { Contact = Key.None });
        Should.Throw<DuckDbException>(() => FactTables.Of<MessageFact>().Append(connection, batch)).Message.ShouldContain("contact");
    }

    [Fact]
    public void ContactsFactsAreFoundByTheirKey()
    {
        var table = FactTables.Of<MessageFact>();
        table.Append(connection, SomeFacts.Of(4, 5, 6));
        table.Read(connection, "where contact = ?", [SomeFacts.Contact(5).Value]).ShouldHaveSingleItem().ShouldBe(Message(5));
    }

    [Fact]
    public void TimesAreKeptToTheMicrosecondAndTheHashSeesWhatIsKept()
    {
        var batch = new FactBatch();
        batch.Messages.Add(Message(1) with { At = Instant.FromUtc(1969, 5, 1, 10, 0) + Duration.FromNanoseconds(123_456_789) });
        FactTables.Of<MessageFact>().Append(connection, batch);
        var read = FactTables.Of<MessageFact>().Read(connection, "", []).Single();
        read.At.ShouldBe(Instant.FromUtc(1969, 5, 1, 10, 0) + Duration.FromNanoseconds(123_456_000));
        Stored().ShouldBe(FactsHash.Of(batch));
    }

    [Fact]
    public void NamesThatSqlReservesAreFew()
    {
        // What is listed here must be quoted by whoever writes SQL over the facts.
        var reserved = FactTables.All.SelectMany(table => table.Columns.Select(column => (table.Name, Column: column.Name)))
            .Where(name => !Parses($"select {name.Column} from {name.Name}")).Select(name => name.Column).Distinct();
        reserved.ShouldBe(["at", "left", "order"], ignoreOrder: true);
    }

    [Fact]
    public void TheHashIsTheSameInAnyOrderAndInAMemoryOrAFile()
    {
        var facts = SomeFacts.Of([.. Enumerable.Range(0, 500)]);
        foreach (var part in Enumerable.Range(0, 500).Reverse().Chunk(77))
            Append(SomeFacts.OfContacts(part));
        Append(SomeFacts.Of());
        Stored().ShouldBe(FactsHash.Of(facts));
    }

    [Fact]
    public void TheHashSeesEveryColumnOfEveryTable()
    {
        foreach (var list in typeof(FactBatch).GetProperties())
        {
            var record = list.PropertyType.GenericTypeArguments[0];
            var seen = new HashSet<string> { Of(SomeFacts.Record(record, 1)) };
            foreach (var property in record.GetProperties())
            {
                var other = SomeFacts.Record(record, 1);
                property.SetValue(other, Other(property.PropertyType, property.GetValue(other)!));
                seen.Add(Of(other)).ShouldBeTrue($"{record.Name}.{property.Name}");
            }

            string Of(object fact)
            {
                var batch = new FactBatch();
                ((System.Collections.IList)list.GetValue(batch)!).Add(fact);
                return FactsHash.Of(batch);
            }
        }

        static object? Other(Type type, object value) => value switch
        {
            bool flag => !flag,
            int number => number + 1,
            long number => number + 1,
            decimal number => number + 0.000000000001m,
            string text => text + " ",
            Key key => new Key(key.Value + 1),
            Instant instant => instant + Duration.FromMilliseconds(1),
            LocalDate day => day.PlusDays(1),
            Enum => Enum.ToObject(value.GetType(), Convert.ToInt32(value) == 0 ? 1 : 0),
            _ => throw new NotSupportedException(type.Name),
        };
    }

    [Fact]
    public void TheHashTellsSwappedAbsentAndEmptyValuesApart()
    {
        var message = Message(1);
        var variants = new[]
        {
            message with { FlowId = "a", StepId = "b" }, message with { FlowId = "b", StepId = "a" }, message with { FlowId = "ab", StepId = "" },
            message with { FlowId = "ab", StepId = null }, message with { FlowId = null, StepId = "ab" }, message with { FlowId = "", StepId = "ab" },
            message with { Channel = Channel.Other, Direction = Direction.Outbound }, message with { Channel = Channel.WhatsApp, Direction = Direction.Inbound },
        };
        variants.Select(variant =>
        {
            var batch = new FactBatch();
            batch.Messages.Add(variant);
            return FactsHash.Of(batch);
        }).Distinct().Count().ShouldBe(variants.Length);
    }

    [Fact]
    public void TheHashOfNothingIsKnown() =>
        FactsHash.Of(new FactBatch()).ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private void Append(FactBatch facts)
    {
        foreach (var table in FactTables.All)
            table.Append(connection, facts);
    }

    private string Stored()
    {
        var hash = new FactsHash();
        foreach (var table in FactTables.All)
            table.Sum(connection, hash);
        return hash.ToString();
    }

    private bool Parses(string sql)
    {
        try
        {
            connection.Run(sql, []).Dispose();
            return true;
        }
        catch (DuckDbException)
        {
            return false;
        }
    }
}
