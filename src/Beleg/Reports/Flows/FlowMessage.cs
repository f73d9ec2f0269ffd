using Beleg.Metrics;

namespace Beleg.Reports.Flows;

/// <summary>What became of the messages of one step or template of a flow.</summary>
/// <param name="Step">The step; null where a message names none.</param>
/// <param name="Template">The template; null where it is none.</param>
/// <param name="Delivered">Delivered of those sent.</param>
/// <param name="Read">Read of those delivered; null where the channel does not tell.</param>
/// <param name="Clicked">Recipients who clicked; null where it has nothing to click.</param>
/// <param name="Replied">Recipients who answered within a day.</param>
public sealed record FlowMessage(string? Step, string? Template, Figure? Delivered, Figure? Read, Figure? Clicked, Figure? Replied);
