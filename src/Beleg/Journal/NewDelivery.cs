using NodaTime;

namespace Beleg.Journal;

/// <summary>A delivery that was let in and is about to be kept.</summary>
/// <param name="Workspace">Name of the workspace.</param>
/// <param name="Source">Name of the source within the workspace.</param>
/// <param name="ReceivedAt">When it arrived; kept to 100 ns.</param>
/// <param name="Headers">The few headers a translator needs: at most 32, lower-case names.</param>
/// <param name="Body">The exact bytes, at most <see cref="MaxBodyBytes"/>.</param>
public readonly record struct NewDelivery(
    string Workspace,
    string Source,
    Instant ReceivedAt,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>4 MiB: Meta sends batches of up to 3 MB.</summary>
    public const int MaxBodyBytes = 4 * 1024 * 1024;
}
