using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One link on the links page.</summary>
public sealed record LinkRow(string Url, string Target, string Channel, string? Flow, string? Branch, long Clicks, long NotCounted, Instant MadeAt);
