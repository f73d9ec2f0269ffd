using System.Globalization;
using Beleg.Journal;
using NodaTime;

namespace Beleg.App.Demo;

/// <summary>Writes what the florist's shop reports, as Shopify's webhooks do: orders, cancellations, refunds; and the shop's own total of each month.</summary>
/// <param name="office">Where totals are written down.</param>
/// <param name="chance">Its chance.</param>
/// <param name="before">The number before its first order.</param>
internal sealed class FloristShop(CallWriter office, Chance chance, long before = 5_000)
{
    /// <summary>The shop as orders name it.</summary>
    public const string Name = "petal.example";

    private const string Currency = "USD";

    private readonly ShopWriter shop = new(FloristStory.Workspace, "shop");
    private long number = before;
    private long total;
    private int counted;

    /// <summary>The order of somebody who chatted.</summary>
    public void Write(FloristTalk talk)
    {
        var order = talk.Order!;
        var at = talk.At + (order.Proof == 'A' ? Duration.FromMinutes(55) : chance.Seconds(4_000, 130_000));
        Write(order, at, talk.Person.Name, order.Proof switch
        {
            'A' => Buyer(talk.Person.Email) with { InChat = true },
            // The click id finds the chat even where the buyer's address is another one.
            'B' => Buyer("home." + talk.Person.Email) with { Bid = talk.Bid, Landing = $"/bouquets?utm_source=instagram&utm_medium=chat&utm_campaign=bouquet&bid={talk.Bid}" },
            _ => Buyer(talk.Person.Email) with { Cart = CartOf(talk, at) },
        });
    }

    /// <summary>A cart that a customer of the list left at the checkout and never ordered.</summary>
    public void WriteLeft(Instant at, int index, int month) =>
        shop.Checkout(Cart($"left-{month}-{index}"), at, (30 + index * 7 % 40) * 100, Currency, FloristList.Regular(month, index + 40).Email);

    // Every second of those who chat had left the cart some hours before and asks what kept them from ordering; the others go to the
    // checkout a few minutes before they order. No chance is drawn here, so that the rest of the story stays as it was told.
    private string CartOf(FloristTalk talk, Instant ordered)
    {
        var cart = Cart(talk.Id);
        var begun = talk.Number % 2 == 0 ? talk.At - Duration.FromHours(3 + talk.Number % 14) : ordered - Duration.FromMinutes(4 + talk.Number % 20);
        shop.Checkout(cart, begun, talk.Order!.Dollars * 100, Currency, talk.Person.Email);
        return cart;
    }

    /// <summary>An order with the chat's coupon, by nobody the chat knows.</summary>
    public void WriteTagged(int dollars, Instant at) =>
        Write(new FloristOrder(dollars, 'E'), at, null, Buyer(Guest("post")) with { Coupon = "CHATBLOOM", Landing = "/bouquets?utm_source=instagram&utm_medium=chat" });

    /// <summary>An order of a customer of the shop's list.</summary>
    public void WriteAt(int dollars, string email, Instant at) => Write(new FloristOrder(dollars, '-'), at, null, Buyer(email));

    /// <summary>An order that no chat led to; some of them do not count.</summary>
    /// <remarks>Two of three are customers of the list who come back: what they buy and when stays as it was told of guests.</remarks>
    public void WriteOther(Instant at, int index, int month)
    {
        var order = new FloristOrder(28 + chance.Below(14) * 3, '-', index == 7 ? 20 : 0);
        var buyer = Buyer(index % 3 == 2 ? Guest("mail") : FloristList.Regular(month, index).Email);
        var cart = Cart($"{month}-{index}");
        shop.Checkout(cart, at - Duration.FromMinutes(3 + index % 25), order.Dollars * 100, Currency, buyer.Email);
        Write(order, at, null, buyer with { Test = index == 3, Cancelled = index == 5, Cart = cart });
    }

    /// <summary>The shop's own net total of a month, to reconcile against.</summary>
    public void CloseMonth(int month)
    {
        var from = new YearMonth(2026, month);
        office.Track("Shop Total Reported", from.OnDayOfMonth(1).PlusMonths(1).At(new LocalTime(15, 0)).InUtc().ToInstant()).With("shop", Name)
            .With("period", from.ToString("uuuu-MM", CultureInfo.InvariantCulture)).Money("amount", total, Currency).With("orders", counted).End();
        (total, counted) = (0, 0);
    }

    /// <summary>Hands over what the shop sent.</summary>
    public IReadOnlyList<NewDelivery> Take() => shop.Take();

    private void Write(FloristOrder order, Instant at, string? name, ShopOrder told)
    {
        number++;
        shop.Order(told with { Number = number, At = at, Cents = order.Dollars * 100, Currency = Currency, Name = name });
        // The shop's own list holds every order at what was charged for it; which of them do not count is our word, not the shop's.
        (total, counted) = (total + (told.Cancelled ? 0 : order.Dollars * 100L), counted + 1);
        if (order.Refunded == 0 || told.Test || told.Cancelled)
            return;
        total -= order.Refunded * 100L;
        shop.Refund(number, at + Duration.FromHours(50), order.Refunded * 100, Currency);
    }

    private string Guest(string domain) => string.Create(CultureInfo.InvariantCulture, $"guest{number}@{domain}.example");

    private static string Cart(string of) => "cart-" + of;

    private static ShopOrder Buyer(string email) => new() { Email = email };
}
