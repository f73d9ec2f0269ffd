using System.Globalization;
using NodaTime;

namespace Beleg.App.Demo;

/// <summary>Writes what the florist's shop reports: orders, refunds, and its own total of each month.</summary>
internal sealed class FloristShop(CallWriter shop, Chance chance)
{
    public const string Domain = "petal.example";
    private const string Currency = "USD";

    private int number = 1_000;
    private long total;
    private int counted;

    /// <summary>The order of somebody who chatted.</summary>
    public void Write(FloristTalk talk)
    {
        var order = talk.Order!;
        var at = talk.At + (order.Proof == 'A' ? Duration.FromMinutes(55) : chance.Seconds(4_000, 130_000));
        var call = Begin(order, at);
        _ = order.Proof switch
        {
            'A' => call.Identifiers(("scoped_id", FloristChat.Account, talk.Person.ScopedId)).With("placed_in_chat", true).With("paid_in_chat", true),
            // The click id finds the chat even where the buyer is somebody else's address.
            'B' => call.With("bid", talk.Bid).With("email", "home." + talk.Person.Email).With("utm_source", "instagram").With("utm_medium", "chat").With("utm_campaign", "bouquet"),
            _ => call.With("email", talk.Person.Email),
        };
        call.End();
        Refund(order, at);
    }

    /// <summary>An order with the chat's coupon, by nobody the chat knows.</summary>
    public void WriteTagged(int dollars, Instant at) =>
        Begin(new FloristOrder(dollars, 'E'), at).With("email", string.Create(CultureInfo.InvariantCulture, $"guest{number}@post.example")).List("coupon", "CHATBLOOM")
            .With("utm_source", "instagram").With("utm_medium", "chat").End();

    /// <summary>An order of a customer of the shop's list.</summary>
    public void WriteAt(int dollars, string email, Instant at) => Begin(new FloristOrder(dollars, '-'), at).With("email", email).End();

    /// <summary>An order that no chat led to; some of them do not count.</summary>
    public void WriteOther(Instant at, int index)
    {
        var order = new FloristOrder(28 + chance.Below(14) * 3, '-', index == 7 ? 20 : 0);
        var counts = index is not (3 or 5);
        var call = Begin(order, at, counts).With("email", string.Create(CultureInfo.InvariantCulture, $"buyer{number}@post.example"));
        if (index == 3)
            call.With("test", true);
        if (index == 5)
            call.With("cancelled", true);
        call.End();
        if (counts)
            Refund(order, at);
    }

    /// <summary>The shop's own net total of a month, to reconcile against.</summary>
    public void CloseMonth(int month)
    {
        var from = new YearMonth(2026, month);
        shop.Track("Shop Total Reported", from.OnDayOfMonth(1).PlusMonths(1).At(new LocalTime(15, 0)).InUtc().ToInstant()).With("shop", Domain)
            .With("period", from.ToString("uuuu-MM", CultureInfo.InvariantCulture)).Money("amount", total, Currency).With("orders", counted).End();
        (total, counted) = (0, 0);
    }

    private CallWriter Begin(FloristOrder order, Instant at, bool counts = true)
    {
        number++;
        if (counts)
            (total, counted) = (total + order.Dollars * 100L, counted + 1);
        return shop.Track("Order Completed", at).With("shop", Domain).With("order_id", string.Create(CultureInfo.InvariantCulture, $"#{number}")).Money("total", order.Dollars * 100L, Currency)
            .With("financial_status", "paid");
    }

    private void Refund(FloristOrder order, Instant at)
    {
        if (order.Refunded == 0)
            return;
        total -= order.Refunded * 100L;
        shop.Track("Order Refunded", at + Duration.FromHours(50)).With("shop", Domain).With("order_id", string.Create(CultureInfo.InvariantCulture, $"#{number}"))
            .With("refund_id", string.Create(CultureInfo.InvariantCulture, $"re-{number}")).Money("amount", order.Refunded * 100L, Currency).End();
    }
}
