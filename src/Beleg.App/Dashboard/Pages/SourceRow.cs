using Beleg.App.Hosting;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One source on the sources page.</summary>
public sealed record SourceRow(string Name, string Provider, string Address, long Deliveries, Instant? LastAt, long Refused, SourceState State);
