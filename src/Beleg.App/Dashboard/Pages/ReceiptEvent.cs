using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One event as the journal has it.</summary>
public sealed record ReceiptEvent(Instant At, string Name, string Source, string Position, string? About);
