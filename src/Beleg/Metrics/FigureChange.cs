namespace Beleg.Metrics;

/// <summary>A figure's value in another period, and the way from there.</summary>
/// <param name="Value">Then.</param>
/// <param name="Change">Now minus then; null where either is no value.</param>
/// <param name="ChangeShare">The change over the size of the value then: .25 is a quarter more; null where that was 0.</param>
public sealed record FigureChange(decimal? Value, decimal? Change, decimal? ChangeShare)
{
    /// <summary>The way from one value to another; no value on either side is no change.</summary>
    public static FigureChange Of(decimal? now, decimal? then)
    {
        var change = now - then;
        return new(then, change, then is null or 0 ? null : Quotients.Of(change, Math.Abs(then.Value)));
    }
}
