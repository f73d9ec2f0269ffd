using Beleg.App.Dashboard.Language;
using Beleg.Reports.Receipts;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One event as the journal has it; what was delivered only where it was asked for.</summary>
public sealed record ReceiptEvent(Instant At, string Name, string Source, string Position, string? About, Phrase? Conflict, RawEvent? Raw);
