using Beleg.Journal;
using Beleg.Sources;

namespace Beleg.App.Demo;

/// <summary>One workspace of the demonstration: who it is, where its data come from, and everything that happened, in lots.</summary>
/// <param name="Workspace">Its name.</param>
/// <param name="Title">As people write it.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Zone">IANA zone of its days.</param>
/// <param name="Sources">Its sources.</param>
/// <param name="Lots">The deliveries; each lot may be kept by itself. The same at every call.</param>
internal sealed record DemoStory(
    string Workspace,
    string Title,
    string Currency,
    string Zone,
    IReadOnlyList<SourceSettings> Sources,
    Func<IEnumerable<IReadOnlyList<NewDelivery>>> Lots);
