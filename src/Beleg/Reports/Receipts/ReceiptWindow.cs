using Beleg.Model;

namespace Beleg.Reports.Receipts;

/// <summary>The look-back window that admitted or refused a touch.</summary>
/// <param name="Days">N × 24 hours.</param>
/// <param name="Rule">The setting it comes from: a channel, a kind of touch, both (<c>whatsapp.click</c>), or look_back_days.</param>
/// <param name="ClockStarts">What the hours are counted from, a label: <see cref="TouchClock"/>.</param>
public sealed record ReceiptWindow(int Days, string Rule, string ClockStarts)
{
    internal static ReceiptWindow Of(TouchWindows windows, TouchKind kind, Sources.Channel channel)
    {
        var (days, rule) = windows.Of(kind, channel);
        return new(days, rule, TouchClock.StartOf(kind));
    }
}
