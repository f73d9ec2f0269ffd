using System.Text;
using Beleg.Sources;
using Beleg.Sources.Track;
using Beleg.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using static Beleg.Tests.Sources.Deliver;

namespace Beleg.Tests.Sources;

/// <summary>Whatever comes is an answer, never an exception: a translator runs on bytes that somebody else wrote.</summary>
public sealed class HostileBodyTests
{
    private static readonly string[] Providers = ["whatsapp", "shopify", "segment", "operator", "links"];

    private static readonly string[] Wrong =
    [
        "null", "true", "-1", "0", "1e400", "123456789012345678901234567890", "0.00000000000000000001", "\"\"", "\"x\"", "[]", "{}", "[[[[]]]]", "[null]", "{\"a\":null}",
        "\"\\ud800\"", "\"\\u0000\"", "\"9999999999999999999\"", "\"2026-13-45T99:99:99Z\"", "\"-0\"", "[{\"id\":{}}]", "\"\ufeff\"",
    ];

    public static TheoryData<string, string> Bodies
    {
        get
        {
            var bodies = new TheoryData<string, string>();
            foreach (var provider in Providers)
            {
                foreach (var path in Samples(provider))
                    bodies.Add(provider, Path.GetFileName(path));
            }

            return bodies;
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void AnyValueOfTheWrongTypeIsARefusalOrIsLeftOut(string provider, string file)
    {
        var body = File.ReadAllText(Samples(provider).First(path => Path.GetFileName(path) == file));
        var values = Values(body);
        values.Count.ShouldBeGreaterThan(0);
        foreach (var (start, length) in values)
        {
            foreach (var wrong in Wrong)
                Hand(provider, body[..start] + wrong + body[(start + length)..]);
        }
    }

    [Fact]
    public void ABodyCutAnywhereIsRefused()
    {
        foreach (var provider in Providers)
        {
            foreach (var path in Samples(provider))
            {
                var body = File.ReadAllText(path).TrimEnd();
                for (var length = 0; length < body.Length; length += 7)
                {
                    var translation = Hand(provider, body[..length]);
                    translation.Events.ShouldBeEmpty();
                    translation.Refusals.ShouldHaveSingleItem().Reason.ShouldBe(RefusalReason.NotJson);
                }
            }
        }
    }

    [Fact]
    public void ChangedBytesAreAnAnswerToo()
    {
        var samples = Providers.SelectMany(provider => Samples(provider).Select(path => (provider, File.ReadAllBytes(path)))).ToArray();
        Prop.ForAll(
            Gen.Elements(samples).ToArbitrary(),
            ArbMap.Default.ArbFor<(PositiveInt At, byte To)[]>(),
            (sample, changes) =>
            {
                var body = sample.Item2.ToArray();
                foreach (var (at, to) in changes)
                    body[at.Get % body.Length] = to;
                Hand(sample.provider, body);
                return true;
            }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(200_000)]
    public void DeepNestingIsRefused(int depth)
    {
        foreach (var provider in Providers)
            Hand(provider, string.Concat(Enumerable.Repeat("{\"entry\":[", depth))).Refusals.ShouldHaveSingleItem().Reason.ShouldBe(RefusalReason.NotJson);
    }

    [Fact]
    public void AnEventWithTextsOfAMegabyteIsRefusedOrKeepsThemApart()
    {
        var huge = new string('x', 1_000_000);
        ToSegment(Track("Flow Entered", $$"""{"flow_id":"{{huge}}"}""")).OnlyRefusal().Reason.ShouldBe(RefusalReason.MalformedItem);
        ToSegment(Track("Message Received", $$"""{"text":"{{huge}}"}""")).Only().Personal!.Text!.Length.ShouldBe(1_000_000);
    }

    private static Translation Hand(string provider, string body) => Hand(provider, Encoding.UTF8.GetBytes(body));

    private static Translation Hand(string provider, byte[] body)
    {
        var into = new Translation();
        var delivery = new Delivery(1, "w", provider, Now, new Dictionary<string, string>(), body);
        SourceCatalogue.Find(provider)!.Translate(delivery, new TranslationContext(Settings(provider), Hash), into);
        var writer = new EventWriter();
        foreach (var (_, happened) in into.Events)
        {
            writer.Clear();
            EventCodec.Write(happened, writer);
            EventCodec.Read(writer.Written);
            Labels<EventKind>.Of(happened.Kind);
        }

        return into;
    }

    private static IEnumerable<string> Samples(string provider) =>
        provider is "operator" or "links" ? Fixture.All("segment") : Fixture.All(provider);

    /// <summary>Where each value stands in a body: what follows a name, and the items of lists.</summary>
    private static List<(int Start, int Length)> Values(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var found = new List<(int, int)>();
        var reader = new System.Text.Json.Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType is System.Text.Json.JsonTokenType.PropertyName or System.Text.Json.JsonTokenType.EndArray or System.Text.Json.JsonTokenType.EndObject)
                continue;
            var copy = reader;
            copy.Skip();
            var start = Encoding.UTF8.GetCharCount(bytes, 0, (int)reader.TokenStartIndex);
            found.Add((start, Encoding.UTF8.GetCharCount(bytes, 0, (int)copy.BytesConsumed) - start));
        }

        return found;
    }
}
