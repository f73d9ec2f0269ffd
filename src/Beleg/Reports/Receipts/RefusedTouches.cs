using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Receipts;

/// <summary>Finds among everything a customer met the touches that came too early for an order.</summary>
internal static class RefusedTouches
{
    /// <summary>So many of the latest are listed; a regular of years has hundreds.</summary>
    public const int Most = 20;

    /// <summary>The latest of them, by time, and how many there are in all.</summary>
    public static (IReadOnlyList<RefusedTouch> Latest, int Count) Of(OrderFact order, FactBatch facts, IReadOnlyCollection<Key> credited, TouchWindows windows)
    {
        var refused = facts.Touchs
            .Where(t => (t.Contact == order.Contact || (!order.JoinedContact.IsNone && t.Contact == order.JoinedContact)) && !credited.Contains(t.Touch))
            .Select(t => (Touch: t, At: ClockOf(t, order, facts)))
            .Where(t => t.At <= order.PlacedAt && !windows.Covers(t.Touch.Kind, t.Touch.Channel, t.At!.Value, order.PlacedAt))
            .OrderBy(t => t.At).ThenBy(t => t.Touch.Touch)
            .Select(t => new RefusedTouch(
                t.Touch.Touch, t.Touch.Kind, t.At!.Value, (long)(order.PlacedAt - t.At!.Value).TotalMilliseconds, t.Touch.Channel, t.Touch.FlowId,
                ReceiptWindow.Of(windows, t.Touch.Kind, t.Touch.Channel)))
            .ToList();
        return ([.. refused.TakeLast(Most)], refused.Count);
    }

    // A conversation that went on after the order is seen at its last automated message before it.
    private static Instant? ClockOf(TouchFact touch, OrderFact order, FactBatch facts) => touch.At <= order.PlacedAt || touch.Kind != TouchKind.Conversation
        ? touch.At
        : facts.Messages
            .Where(m => m.Conversation == touch.Conversation && IsAutomated(m) && m.At <= order.PlacedAt)
            .Select(m => (Instant?)m.At).Max();

    private static bool IsAutomated(MessageFact message) =>
        message is { Direction: Direction.Outbound, Actor: Actor.Bot or Actor.Flow or Actor.Timer, Kind: not (MessageKind.Acknowledgement or MessageKind.OutOfOffice) };
}
