using Beleg.Model;

namespace Beleg.Attribution;

/// <summary>
/// What each touch of one order is given for each of its bookings under each model. A view into the ledger that made it: it holds until
/// that ledger's next order.
/// </summary>
/// <remarks>
/// For every booking and model the cents of all touches add up to the booking; where there is no touch, or the model gives none anything,
/// they are all <see cref="Unattributed"/>. So nothing is ever lost between an order and its credits.
/// </remarks>
public readonly ref struct OrderCredits
{
    private readonly ReadOnlySpan<ulong> _weights;
    private readonly ReadOnlySpan<UInt128> _wholes;
    private readonly ReadOnlySpan<long> _cents;

    internal OrderCredits(
        ReadOnlySpan<NetChange> bookings, ReadOnlySpan<Touchpoint> touches, ReadOnlySpan<ulong> weights, ReadOnlySpan<UInt128> wholes, ReadOnlySpan<long> cents)
    {
        Bookings = bookings;
        Touches = touches;
        _weights = weights;
        _wholes = wholes;
        _cents = cents;
    }

    /// <summary>The order first, then what changed it, by time and key.</summary>
    public ReadOnlySpan<NetChange> Bookings { get; }

    /// <summary>The touches within the look-back, by time and key. Empty: the order is unattributed.</summary>
    public ReadOnlySpan<Touchpoint> Touches { get; }

    /// <summary>Whether at least one of them is the chat's.</summary>
    public bool Influenced
    {
        get
        {
            foreach (var touch in Touches)
            {
                if (touch.IsChat)
                    return true;
            }

            return false;
        }
    }

    /// <summary>The strongest evidence among the touches; <see cref="Evidence.None"/> where there is none.</summary>
    public Evidence Evidence
    {
        get
        {
            var strongest = Evidence.None;
            foreach (var touch in Touches)
                strongest = Grading.Stronger(strongest, touch.Evidence);
            return strongest;
        }
    }

    /// <summary>Minor units that a booking gives a touch under a model, by their indexes.</summary>
    public long Cents(int booking, int touch, int model) => _cents[(booking * _wholes.Length + model) * Touches.Length + touch];

    /// <summary>Minor units of a booking that a model gives to no touch: all of it or nothing.</summary>
    public long Unattributed(int booking, int model) => _wholes[model] == 0 ? Bookings[booking].Minor : 0;

    /// <summary>A touch's part of a model's whole, exactly: numerator and denominator; 0 of 1 where the model gives nothing.</summary>
    public (ulong Part, UInt128 Whole) Weight(int touch, int model) =>
        _wholes[model] == 0 ? (0, UInt128.One) : (_weights[model * Touches.Length + touch], _wholes[model]);

    /// <summary>The models that give a touch a weight above 0, a bit each, by their index from bit 0.</summary>
    public int Weighted(int touch)
    {
        var bits = 0;
        for (var model = 0; model < _wholes.Length; model++)
        {
            if (_wholes[model] != 0 && _weights[model * Touches.Length + touch] != 0)
                bits |= 1 << model;
        }

        return bits;
    }
}
