using NodaTime;

namespace Beleg.Sources;

/// <summary>One thing that was delivered to a source and kept: exact bytes, in the order of the journal.</summary>
/// <param name="Seq">Position in the journal, ascending over all workspaces; gaps are possible.</param>
/// <param name="Workspace">Name of the workspace.</param>
/// <param name="Source">Name of the source within the workspace.</param>
/// <param name="ReceivedAt">When it arrived. Facts never hold it; it only bounds which event times are believed.</param>
/// <param name="Headers">The few headers a translator needs, lower-case names (a topic, a shop domain, an event id).</param>
/// <param name="Body">The bytes as they came.</param>
public sealed record Delivery(
    long Seq,
    string Workspace,
    string Source,
    Instant ReceivedAt,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body);
