namespace Beleg.Reports.Outlook;

/// <summary>How a method would have done on the metric's own past.</summary>
/// <param name="Method">snaive, theta or ets.</param>
/// <param name="MeanAbsoluteError">In the metric's unit.</param>
/// <param name="Inside80">The share of values inside the 80 % intervals.</param>
/// <param name="Inside95">The share inside the 95 % intervals.</param>
/// <param name="Forecasts">From how many points of the past.</param>
public sealed record OutlookTest(string Method, decimal MeanAbsoluteError, double Inside80, double Inside95, int Forecasts);
