using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>Carts and what became of them. A cart is one, however often it went to the checkout; its order may be known under another name than who began it.</summary>
internal static class Carts
{
    /// <summary>A cart that is ordered within this was never left.</summary>
    private static readonly Duration Leaving = Duration.FromHours(1);

    /// <summary>The order each cart of a cluster became: the first one placed with its id.</summary>
    public static Dictionary<Key, MoneyOrder> Ordered(List<ContactHistory> histories, KeyedHash hash)
    {
        var orders = new Dictionary<Key, MoneyOrder>();
        foreach (var order in histories.SelectMany(history => history.Orders).OrderBy(order => order.Payload.PlacedAt).ThenBy(order => order.Key))
        {
            if (order.CartId is { } cart)
                orders.TryAdd(Routing.Cart(hash, order.Payload.Shop, cart), order);
            // Some shops give a cart the id that its order will have.
            orders.TryAdd(Routing.Cart(hash, order.Payload.Shop, order.Payload.OrderId), order);
        }

        return orders;
    }

    public static void Fold(ContactHistory history, Dictionary<Key, MoneyOrder> orders, FoldContext context)
    {
        foreach (var cart in history.Checkouts.Where(happened => happened.Payload is OrderPayload).GroupBy(happened => Routing.Cart(context.Settings.Hash, (OrderPayload)happened.Payload!)))
            Write(cart.Key, [.. cart], history, orders.GetValueOrDefault(cart.Key), context);
    }

    private static void Write(Key key, List<Event> steps, ContactHistory history, MoneyOrder? order, FoldContext context)
    {
        var started = steps[0].OccurredAt;
        // Placed before anybody went to the checkout with it: the id was used again.
        var ordered = order is not null && order.Payload.PlacedAt >= started ? order : null;
        var touched = ordered is null || ordered.Payload.PlacedAt - started <= Leaving ? null : Touches.LastChat(history, started + Leaving, ordered.Payload.PlacedAt);
        var valued = steps.FindLast(step => step.Payload is OrderPayload { TotalMinor: > 0 });
        context.Into.Carts.Add(new CartFact
        {
            Cart = key,
            Contact = history.Contact,
            Shop = ((OrderPayload)steps[0].Payload!).Shop,
            StartedAt = started,
            Day = context.Day(started),
            State = ordered is null ? CartState.Started : CartState.Ordered,
            AmountMinor = valued?.Payload is OrderPayload value ? context.InCurrency(value.TotalMinor, value.Currency, context.Day(valued.OccurredAt)) : null,
            Order = ordered?.Key ?? Key.None,
            OrderedAt = ordered?.Payload.PlacedAt,
            TouchedAt = touched,
            Recovered = touched is not null && ordered!.State == OrderState.Counted,
        });
    }
}
