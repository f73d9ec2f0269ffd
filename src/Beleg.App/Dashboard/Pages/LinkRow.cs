using Beleg.Reports;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One link on the links page; the code only of one that serves many by a signed contact.</summary>
public sealed record LinkRow(string Url, string Target, string Channel, string? Flow, string? Branch, string? ManyCode, ClickCounts Clicks, Instant MadeAt);
