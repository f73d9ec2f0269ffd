using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One touch on a receipt: what, when, and what each model gives it.</summary>
public sealed record ReceiptTouch(string What, string? Where, Instant At, bool IsChat, string Age, IReadOnlyList<string> Amounts, IReadOnlyList<string> Weights, string Window);
