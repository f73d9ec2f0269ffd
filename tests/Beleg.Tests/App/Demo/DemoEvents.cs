using Beleg.App.Demo;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Tests.App.Demo;

/// <summary>A story's deliveries, translated; none is refused.</summary>
internal sealed record DemoEvents(IReadOnlyList<Event> Events)
{
    public static DemoEvents Of(DemoStory story)
    {
        var hash = new KeyedHash(new byte[32]);
        var contexts = story.Sources.ToDictionary(s => s.Name, s => (SourceCatalogue.Find(s.Provider)!, new TranslationContext(s, hash, WithPersonal: false)));
        var into = new Translation();
        foreach (var delivery in story.Lots().SelectMany(l => l))
        {
            var (source, context) = contexts[delivery.Source];
            source.Translate(new Delivery(1, story.Workspace, delivery.Source, delivery.ReceivedAt, delivery.Headers, delivery.Body), context, into);
        }

        into.Refusals.ShouldBeEmpty($"{story.Workspace} is refused");
        return new([.. into.Events.Select(e => e.Event)]);
    }
}
