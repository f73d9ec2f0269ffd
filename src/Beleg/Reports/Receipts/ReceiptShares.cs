using Beleg.Attribution;
using Beleg.Attribution.Models;
using Beleg.Model;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Reports.Receipts;

/// <summary>The credit rows of one order, read as what each model gives each touch, and shared out again to see that they are right.</summary>
internal sealed class ReceiptShares
{
    private readonly CreditFact[] rows;
    private readonly CreditFact[] first;
    private readonly decimal[,] weights;
    private readonly bool[] recomputed;

    public ReceiptShares(OrderFact order, IEnumerable<RefundFact> refunds, IEnumerable<CreditFact> credits, ReceiptSettings settings)
    {
        rows = [.. credits.Where(c => c.Order == order.Order).OrderBy(c => c.BookedAt).ThenBy(c => c.Kind).ThenBy(c => c.Booking).ThenBy(c => c.TouchAt).ThenBy(c => c.Touch)];
        first = [.. rows.Where(r => !r.Touch.IsNone).DistinctBy(r => r.Touch).OrderBy(r => r.TouchAt).ThenBy(r => r.Touch)];
        weights = new decimal[first.Length, Models.Count];
        recomputed = new bool[Models.Count];
        Recompute(order, refunds, settings);
    }

    /// <summary>Every model, in the order of all lists of a receipt.</summary>
    public static IReadOnlyList<string> Models { get; } = [.. AttributionModels.All.Select(m => m.Id)];

    /// <summary>One row of each touch, by time: what it was does not change from booking to booking.</summary>
    public IReadOnlyList<CreditFact> Touches => first;

    /// <summary>The touch's part under each model, all bookings added up.</summary>
    public IReadOnlyList<ReceiptShare> Of(int touch) =>
        [.. Models.Select((model, m) => new ReceiptShare(model, weights[touch, m], rows.Where(r => r.Touch == first[touch].Touch).Sum(r => CreditColumns.Cents(r, m))))];

    /// <summary>What one booking gives each touch, and in the last line what no touch gets.</summary>
    public IReadOnlyList<ReceiptLine> Lines(Key booking, long minor)
    {
        var own = rows.Where(r => r.Booking == booking).ToArray();
        var lines = first.Select(t => Line(t.Touch, m => own.Where(r => r.Touch == t.Touch).Sum(r => CreditColumns.Cents(r, m)))).ToList();
        var rest = Line(Key.None, m => Unattributed(own, m, minor));
        if (rest.Minor.Any(c => c != 0) || lines.Count == 0)
            lines.Add(rest);
        return lines;
    }

    /// <summary>The sum line of each model.</summary>
    public IReadOnlyList<ReceiptModel> Sums(OrderFact order, IReadOnlyList<ReceiptBooking> bookings) => [.. Models.Select((model, m) =>
    {
        var attributed = rows.Where(r => !r.Touch.IsNone && r.IsChat).Sum(r => CreditColumns.Cents(r, m));
        var other = rows.Where(r => !r.Touch.IsNone && !r.IsChat).Sum(r => CreditColumns.Cents(r, m));
        var unattributed = bookings.Sum(b => Unattributed([.. rows.Where(r => r.Booking == b.Booking)], m, b.Amount.Minor));
        var sum = attributed + other + unattributed;
        return new ReceiptModel
        {
            Model = model,
            Attributed = attributed,
            OtherTouches = other,
            Unattributed = unattributed,
            Sum = sum,
            Net = order.NetMinor,
            Difference = sum - order.NetMinor,
            Recomputed = recomputed[m],
        };
    })];

    private static ReceiptLine Line(Key touch, Func<int, long> cents) => new(touch, [.. Enumerable.Range(0, Models.Count).Select(cents)]);

    /// <summary>All of a booking where a model gives no touch anything, else nothing.</summary>
    private static long Unattributed(CreditFact[] booking, int model, long minor)
    {
        if (!booking.Any(r => !r.Touch.IsNone))
            return Models[model] == "influenced" && booking.All(r => CreditColumns.Cents(r, model) == 0) ? minor : booking.Sum(r => CreditColumns.Cents(r, model));
        return booking.Any(r => (r.Weighted & (1 << model)) != 0) ? 0 : minor;
    }

    private void Recompute(OrderFact order, IEnumerable<RefundFact> refunds, ReceiptSettings settings)
    {
        if (order.State != OrderState.Counted)
        {
            Array.Fill(recomputed, rows.All(r => r.Linear == 0));
            return;
        }

        IAttributionModel[] models = [.. AttributionModels.All.Select(m => m is TimeDecay ? new TimeDecay(Duration.FromDays(settings.HalfLifeDays)) : m)];
        var changes = refunds.Where(r => r.Order == order.Order).Select(r => new NetChange(r.Refund, r.At, -r.AmountMinor)).ToArray();
        var admitted = first.All(t => settings.Windows.Covers(t.TouchKind, t.Channel, t.TouchAt!.Value, order.PlacedAt));
        var touches = first.Select(t => new Touchpoint(t.Touch, t.TouchAt!.Value, t.IsChat, IsDirect(t), order.Evidence)).ToArray();
        var credits = new CreditLedger(models, new LookBack(settings.Windows.LongestDays)).Allocate(new NetChange(order.Order, order.PlacedAt, order.GrossMinor), changes, touches);
        for (var m = 0; m < models.Length; m++)
            recomputed[m] = admitted && credits.Touches.Length == first.Length && Agrees(credits, m);
    }

    private bool Agrees(OrderCredits credits, int model)
    {
        var agrees = true;
        for (var t = 0; t < credits.Touches.Length; t++)
        {
            var (part, whole) = credits.Weight(t, model);
            weights[t, model] = decimal.Round((decimal)part / (decimal)whole, 6, MidpointRounding.ToEven);
            var touch = credits.Touches[t].Touch;
            agrees &= touch == first[t].Touch;
            for (var b = 0; b < credits.Bookings.Length; b++)
            {
                var booking = credits.Bookings[b].Booking;
                agrees &= credits.Cents(b, t, model) == rows.Where(r => r.Booking == booking && r.Touch == touch).Sum(r => CreditColumns.Cents(r, model));
            }
        }

        return agrees;
    }

    private static bool IsDirect(CreditFact touch) => touch is { TouchKind: TouchKind.Visit, TrafficChannel: Sources.TrafficChannel.Direct };
}
