namespace Beleg.Statistics.Experiments;

/// <summary>What one arm came to.</summary>
/// <param name="Mean">A mean, a share or a ratio.</param>
/// <param name="Variance">Of one contact's part in it; that of the mean is this over <paramref name="Contacts"/>.</param>
/// <param name="Contacts">How many contacts.</param>
public readonly record struct ArmEstimate(double Mean, double Variance, long Contacts)
{
    /// <summary>Of the mean.</summary>
    public double MeanVariance => Variance / Contacts;

    /// <summary>A share of contacts, with the variance that a share has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is not inside the contacts, or there is none.</exception>
    public static ArmEstimate Share(long count, long contacts)
    {
        if (contacts < 1 || count < 0 || count > contacts)
            throw new ArgumentOutOfRangeException(nameof(count), count, "From 0 to the contacts, of which there is at least one.");
        var share = (double)count / contacts;
        return new ArmEstimate(share, share * (1 - share), contacts);
    }
}
