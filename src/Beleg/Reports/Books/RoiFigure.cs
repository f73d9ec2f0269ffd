using Beleg.Metrics;

namespace Beleg.Reports.Books;

/// <summary>One financial figure in the three scenarios.</summary>
/// <param name="Metric">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Low">Under cautious assumptions.</param>
/// <param name="Base">As expected.</param>
/// <param name="High">Under optimistic assumptions.</param>
/// <param name="Before">As expected in the period before; null where it has no value there.</param>
/// <param name="Provisional">Whether it can still change.</param>
public sealed record RoiFigure(string Metric, Words Name, MetricUnit Unit, decimal? Low, decimal? Base, decimal? High, decimal? Before, bool Provisional);
