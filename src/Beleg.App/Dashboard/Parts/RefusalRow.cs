using Beleg.App.Dashboard.Language;
using NodaTime;

namespace Beleg.App.Dashboard.Parts;

/// <summary>How often something was refused for one reason: its code, and in words.</summary>
public sealed record RefusalRow(string Source, string Reason, Phrase Why, IReadOnlyList<string> Details, long Count, Instant LastAt);
