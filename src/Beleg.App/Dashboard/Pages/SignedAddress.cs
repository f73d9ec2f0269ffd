using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>The address of a link, signed for one recipient, and when it stops naming them.</summary>
public sealed record SignedAddress(string Url, Instant Until);
