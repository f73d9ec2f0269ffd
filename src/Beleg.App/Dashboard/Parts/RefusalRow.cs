using NodaTime;

namespace Beleg.App.Dashboard.Parts;

/// <summary>How often something was refused for one reason.</summary>
public sealed record RefusalRow(string Source, string Reason, string Detail, long Count, Instant LastAt);
