using Beleg.Reports;
using Beleg.App.Dashboard.Language;

namespace Beleg.App.Dashboard.Filters;

/// <summary>What the filter bar offers and what of it is chosen.</summary>
public sealed record FilterModel
{
    /// <summary>Where the form leads.</summary>
    public required string Action { get; init; }

    /// <summary>What is chosen.</summary>
    public required PageFilters Filters { get; init; }

    /// <summary>Months to choose from, the newest first.</summary>
    public required IReadOnlyList<Period> Months { get; init; }

    /// <summary>Values of each dimension that occur.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; }

    /// <summary>Attribution models, by id and name; none where the page shows no credited money.</summary>
    public required IReadOnlyList<(string Id, string Name)> Models { get; init; }

    /// <summary>Whether the page tells of one month only: its sums are those of a month.</summary>
    public bool OnlyMonths { get; init; }

    /// <summary>Whether a period can be set beside.</summary>
    public bool HasCompare { get; init; } = true;

    /// <summary>Further fields the address keeps.</summary>
    public IReadOnlyList<(string Name, string Value)> Kept { get; init; } = [];

    /// <summary>Whether anything but the period is chosen.</summary>
    public bool IsNarrowed => Filters.Chosen.Count > 0;

    /// <summary>A value of a dimension for people.</summary>
    internal static string Name(Tongue tongue, string dimension, string value) => GroupWords.Of(dimension, value == PageFilters.None ? null : value).In(tongue.Code);
}
