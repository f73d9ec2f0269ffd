using System.Text;
using System.Text.Json.Nodes;
using Beleg.Sources;
using Beleg.Sources.Json;
using Beleg.Sources.Track;
using Beleg.Tests.Support;
using static Beleg.Tests.Sources.Deliver;

namespace Beleg.Tests.Sources;

public sealed class EventSchemaTests
{
    public static TheoryData<string> Names => [.. EventCatalogue.All.Select(definition => definition.Name)];

    [Fact]
    public void TheSchemaInTheDocsIsWhatTheCodeReads()
    {
        var path = Path.Combine(Fixture.Repository, "docs/events.schema.json");
        if (Environment.GetEnvironmentVariable("BELEG_WRITE_DOCS") == "1")
            File.WriteAllText(path, EventSchema.Generate());
        File.ReadAllText(path).ShouldBe(EventSchema.Generate(), "run this test with BELEG_WRITE_DOCS=1 to write it anew");
    }

    [Fact]
    public void EveryEventOfTheVocabularyIsInIt() =>
        EventCatalogue.All.Select(definition => definition.Kind).ShouldBe(Enum.GetValues<EventKind>().Where(kind => kind != EventKind.Unknown), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void TheExampleOfAnEventIsTakenAndSurvivesItsStoredForm(string name)
    {
        var definition = EventCatalogue.Find(name)!;
        var translation = ToSegment(EventSchema.Example(definition).ToJsonString());
        translation.Refusals.ShouldBeEmpty();
        var happened = translation.Events[0].Event;
        happened.Kind.ShouldBe(definition.Kind);
        var writer = new EventWriter();
        EventCodec.Write(happened, writer);
        var stored = writer.Written.ToArray();
        var again = EventCodec.Read(stored);
        writer.Clear();
        EventCodec.Write(again, writer);
        writer.Written.ToArray().ShouldBe(stored);
        (again.Kind, again.Id, again.Payload?.GetType()).ShouldBe((happened.Kind, happened.Id, happened.Payload?.GetType()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnEventReadsThePropertiesItDeclaresAndNoOthers(string name)
    {
        var definition = EventCatalogue.Find(name)!;
        var whole = EventSchema.Example(definition);
        var asked = new HashSet<Property>();
        Ask(whole, definition, asked);
        foreach (var alone in definition.Properties)
        {
            // Where one property stands for another, only what is missing makes the other be read.
            var call = whole.DeepClone().AsObject();
            var properties = call["properties"]!.AsObject();
            foreach (var other in definition.Properties.Where(other => other != alone && other != Properties.Currency && !definition.Required.Contains(other)))
                properties.Remove(other.Name);
            Ask(call, definition, asked);
        }

        var own = asked.Except(EnvelopeReader.All).ToList();
        own.Except(definition.Properties).Select(p => p.Name).ShouldBeEmpty("read, but not declared");
        definition.Properties.Where(p => p.Type != PropertyType.LongText && p != Properties.Recipient && !EnvelopeReader.All.Contains(p)).Except(own).Select(p => p.Name)
            .ShouldBeEmpty("declared, but not read");
    }

    [Fact]
    public void NoTwoPropertiesShareAName() => Property.All.Select(property => property.Name).ShouldBeUnique();

    private static void Ask(JsonObject call, EventDefinition definition, HashSet<Property> asked)
    {
        JsonTape.TryRead(Encoding.UTF8.GetBytes(call.ToJsonString()), out var root, out _).ShouldBeTrue();
        var reader = new PropertyReader { Call = new TrackCall(Settings("segment"), Hash, Trust.Server, Now, true), Asked = property => asked.Add(property) };
        reader.Load(root["properties"u8], true);
        TrackTranslation.Read(reader, definition, definition.Name, root, default, 0, new Translation());
    }
}
