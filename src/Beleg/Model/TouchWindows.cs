using System.Collections.Frozen;
using System.Globalization;
using Beleg.Sources;
using Beleg.Warehouse.Facts;
using NodaTime;

namespace Beleg.Model;

/// <summary>
/// How far before an order a touch may lie, by what it was and where: N × 24 hours of elapsed time, both borders in, whatever the clocks do.
/// </summary>
/// <remarks>
/// A window may be set for a channel (<c>whatsapp</c>), for a kind of touch (<c>click</c>) and for both together (<c>whatsapp.click</c>).
/// Both together decides alone; else the shorter of the two that are set holds; else <see cref="Days"/>. The clock of a touch starts
/// at its own time: <see cref="TouchClock"/>.
/// </remarks>
public sealed class TouchWindows : IEquatable<TouchWindows>
{
    private static readonly string[] Kinds = SnakeCase.Labels(typeof(TouchKind));
    private static readonly string[] Channels = SnakeCase.Labels(typeof(Channel));

    private readonly Duration[] lengths = new Duration[Kinds.Length * Channels.Length];
    private readonly TouchWindow[] windows = new TouchWindow[Kinds.Length * Channels.Length];

    private TouchWindows(int days, IReadOnlyDictionary<string, int> own)
    {
        (Days, Own) = (days, own.ToFrozenDictionary(StringComparer.Ordinal));
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            for (var channel = 0; channel < Channels.Length; channel++)
            {
                var window = Decide((TouchKind)kind, Channels[channel], Kinds[kind]);
                windows[kind * Channels.Length + channel] = window;
                lengths[kind * Channels.Length + channel] = Duration.FromHours(24L * window.Days);
            }
        }

        Longest = lengths.Max();
    }

    /// <summary>30 days for every touch.</summary>
    public static TouchWindows Default { get; } = Of(30);

    /// <summary>Windows with one length for all touches but those named.</summary>
    /// <param name="days">N, from 1.</param>
    /// <param name="own">Days by <c>channel</c>, <c>kind</c> or <c>channel.kind</c>; none where null.</param>
    public static TouchWindows Of(int days, IReadOnlyDictionary<string, int>? own = null) => new(days, own ?? FrozenDictionary<string, int>.Empty);

    /// <summary>Days of every touch that no entry of <see cref="Own"/> names.</summary>
    public int Days { get; }

    /// <summary>The entries that were set, by their names.</summary>
    public IReadOnlyDictionary<string, int> Own { get; }

    /// <summary>The longest of all: after it no touch can cause anything any more.</summary>
    public Duration Longest { get; }

    /// <summary>The longest of all in days.</summary>
    public int LongestDays => windows.Max(w => w.Days);

    /// <summary>The window of a kind of touch on a channel, and the entry that set it.</summary>
    public TouchWindow Of(TouchKind kind, Channel channel) => windows[(int)kind * Channels.Length + (int)channel];

    /// <summary>Whether a touch may have caused an order: exactly its window before it is in, so is its own instant; after it is not.</summary>
    public bool Covers(TouchKind kind, Channel channel, Instant touch, Instant order) =>
        touch <= order && order - touch <= lengths[(int)kind * Channels.Length + (int)channel];

    /// <summary>The entries in one order, such as <c>campaign_read=3, whatsapp.click=14</c>; empty where none is set.</summary>
    public override string ToString() =>
        string.Join(", ", Own.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}={entry.Value}")));

    /// <inheritdoc/>
    public bool Equals(TouchWindows? other) => other is not null && Days == other.Days && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TouchWindows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Days, ToString());

    private TouchWindow Decide(TouchKind kind, string channel, string name)
    {
        // A visit has no messaging channel, so an entry for one says nothing about it.
        if (kind == TouchKind.Visit)
            return Own.TryGetValue(name, out var ofVisits) ? new(ofVisits, name) : new(Days, TouchWindow.General);
        if (Own.TryGetValue($"{channel}.{name}", out var both))
            return new(both, $"{channel}.{name}");
        return (Own.TryGetValue(channel, out var ofChannel), Own.TryGetValue(name, out var ofKind)) switch
        {
            (true, true) => ofChannel < ofKind ? new(ofChannel, channel) : new(ofKind, name),
            (true, false) => new(ofChannel, channel),
            (false, true) => new(ofKind, name),
            _ => new(Days, TouchWindow.General),
        };
    }
}
