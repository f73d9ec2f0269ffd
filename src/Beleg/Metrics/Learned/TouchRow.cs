namespace Beleg.Metrics;

/// <summary>A touch on its way to an order or to nothing, or what a booking gave it.</summary>
/// <param name="Of">The order; of a touch that led to none its contact.</param>
/// <param name="At">Microseconds.</param>
/// <param name="Touch">The touch; 0 is none.</param>
/// <param name="Channel">Its channel's place among <see cref="TouchGroups.Names"/>; below 0 is none.</param>
/// <param name="Place">Where the credit is in its table.</param>
/// <param name="Booking">The order itself, or the refund.</param>
/// <param name="BookedAt">Microseconds.</param>
/// <param name="Kind">What is booked, in the order of bookings at one time.</param>
/// <param name="Minor">What is booked for this touch under linear, of which the touches of a booking add up to it.</param>
internal readonly record struct TouchRow(long Of, long At, long Touch, int Channel, long Place, long Booking, long BookedAt, int Kind, long Minor);
