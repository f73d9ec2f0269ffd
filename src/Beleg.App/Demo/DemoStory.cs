using Beleg.Journal;
using Beleg.Sources;
using Beleg.State;
using Beleg.State.Settings;

namespace Beleg.App.Demo;

/// <summary>One workspace of the demonstration: who it is, where its data come from, and everything that happened, in lots.</summary>
/// <param name="Workspace">Its name.</param>
/// <param name="Title">As people write it.</param>
/// <param name="Settings">How its figures are made: currency, zone, opening hours, where links may lead.</param>
/// <param name="Sources">Its sources.</param>
/// <param name="Lots">The deliveries; each lot may be kept by itself. The same at every call.</param>
internal sealed record DemoStory(
    string Workspace,
    string Title,
    WorkspaceSettings Settings,
    IReadOnlyList<SourceSettings> Sources,
    Func<IEnumerable<IReadOnlyList<NewDelivery>>> Lots)
{
    /// <summary>ISO 4217.</summary>
    public string Currency => Settings.Currency;

    /// <summary>IANA zone of its days.</summary>
    public string Zone => Settings.TimeZone;

    /// <summary>Its tagged links, each with what was clicked on it once its code is known.</summary>
    public IReadOnlyList<(NewLink Link, Func<string, IReadOnlyList<NewDelivery>> Clicks)> Links { get; init; } = [];
}
