namespace Beleg.App.Dashboard.Filters;

/// <summary>What of the filters a page can do anything with; the period is everywhere.</summary>
/// <param name="Dimensions">Dimensions that all of its figures know.</param>
/// <param name="Compares">Whether it shows changes.</param>
/// <param name="Models">Whether it shows credited money.</param>
internal sealed record FilterOffer(IReadOnlyList<string> Dimensions, bool Compares = false, bool Models = false)
{
    /// <summary>The period alone.</summary>
    public static FilterOffer Period { get; } = new([]);

    /// <summary>Everything.</summary>
    public static FilterOffer All { get; } = new(PageFilters.Dimensions, Compares: true, Models: true);
}
