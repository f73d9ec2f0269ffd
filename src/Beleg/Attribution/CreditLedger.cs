using Beleg.Primitives;
using NodaTime;

namespace Beleg.Attribution;

/// <summary>Gives each touch of an order its cents, all models in one pass. Keeps its buffers: one instance per thread.</summary>
/// <remarks>
/// What the touches of an order hold at any time is the largest-remainder allocation of its net at that time; a booking gives or takes
/// the difference to the allocation before it. So refunds that add up to the order leave exactly 0 on each touch, in any number of steps.
/// </remarks>
public sealed class CreditLedger
{
    private readonly IAttributionModel[] _models;
    private readonly LookBack _lookBack;
    private readonly UInt128[] _wholes;
    private NetChange[] _bookings = new NetChange[4];
    private Touchpoint[] _touches = new Touchpoint[16];
    private ulong[] _weights = [];
    private long[] _cents = [];
    private long[] _held = [];

    /// <summary>A ledger for some models; their index is the index in what it gives.</summary>
    public CreditLedger(IEnumerable<IAttributionModel> models, LookBack lookBack)
    {
        _models = [.. models];
        _lookBack = lookBack;
        _wholes = new UInt128[_models.Length];
    }

    /// <summary>Shares one order and everything booked on it since. Pure but for the reused buffers; does not throw on data.</summary>
    /// <param name="order">The order with what was captured.</param>
    /// <param name="changes">What moved later, signed, in any order; refunds are below zero.</param>
    /// <param name="touches">Touches of its customer, in any order; those outside the look-back are left out here.</param>
    public OrderCredits Allocate(NetChange order, ReadOnlySpan<NetChange> changes, ReadOnlySpan<Touchpoint> touches)
    {
        Book(order, changes);
        var count = Select(order.At, touches);
        var bookings = _bookings.AsSpan(0, changes.Length + 1);
        var size = _models.Length * count;
        if (_weights.Length < size)
            _weights = new ulong[size * 2];
        if (_cents.Length < size * bookings.Length)
            _cents = new long[size * bookings.Length * 2];
        if (_held.Length < count)
            _held = new long[count * 2];

        var selected = _touches.AsSpan(0, count);
        for (var model = 0; model < _models.Length; model++)
            Share(model, order.At, bookings, selected);
        return new OrderCredits(bookings, selected, _weights.AsSpan(0, size), _wholes, _cents.AsSpan(0, size * bookings.Length));
    }

    private void Share(int model, Instant placedAt, ReadOnlySpan<NetChange> bookings, ReadOnlySpan<Touchpoint> touches)
    {
        var weights = _weights.AsSpan(model * touches.Length, touches.Length);
        _wholes[model] = 0;
        var shares = touches.Length > 0 && _models[model].TryWeigh(touches, placedAt, weights);
        if (shares)
        {
            foreach (var weight in weights)
                _wholes[model] += weight;
        }

        // Most models give all to one touch, and most orders have one booking: neither needs a division more than it takes.
        if (shares && Sole(weights) is >= 0 and var sole)
        {
            for (var booking = 0; booking < bookings.Length; booking++)
            {
                var given = _cents.AsSpan((booking * _models.Length + model) * touches.Length, touches.Length);
                given.Clear();
                given[sole] = bookings[booking].Minor;
            }

            return;
        }

        if (shares && bookings.Length == 1)
        {
            LargestRemainder.Allocate(bookings[0].Minor, weights, _cents.AsSpan(model * touches.Length, touches.Length));
            return;
        }

        var held = _held.AsSpan(0, touches.Length);
        held.Clear();
        var net = 0L;
        for (var booking = 0; booking < bookings.Length; booking++)
        {
            var cents = _cents.AsSpan((booking * _models.Length + model) * touches.Length, touches.Length);
            cents.Clear();
            if (!shares)
                continue;
            net += bookings[booking].Minor;
            LargestRemainder.Allocate(net, weights, cents);
            for (var i = 0; i < cents.Length; i++)
                (held[i], cents[i]) = (cents[i], cents[i] - held[i]);
        }
    }

    /// <summary>The only touch with a weight; below 0 where there are several.</summary>
    private static int Sole(ReadOnlySpan<ulong> weights)
    {
        var first = weights.IndexOfAnyExcept(0UL);
        return weights[(first + 1)..].ContainsAnyExcept(0UL) ? -1 : first;
    }

    private void Book(NetChange order, ReadOnlySpan<NetChange> changes)
    {
        if (_bookings.Length <= changes.Length)
            _bookings = new NetChange[changes.Length * 2];
        _bookings[0] = order;
        changes.CopyTo(_bookings.AsSpan(1));
        if (changes.Length > 1)
            _bookings.AsSpan(1, changes.Length).Sort();
    }

    private int Select(Instant placedAt, ReadOnlySpan<Touchpoint> touches)
    {
        if (_touches.Length < touches.Length)
            _touches = new Touchpoint[touches.Length * 2];
        var count = 0;
        var sorted = true;
        foreach (ref readonly var touch in touches)
        {
            if (!_lookBack.Covers(touch.At, placedAt))
                continue;
            sorted &= count == 0 || _touches[count - 1].CompareTo(touch) <= 0;
            _touches[count++] = touch;
        }

        if (!sorted)
            _touches.AsSpan(0, count).Sort();
        return count;
    }
}
