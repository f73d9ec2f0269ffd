namespace Beleg.App.Demo;

/// <summary>What a month of the pricing pages came to.</summary>
internal sealed record SaasMonth(int Month, int WithChat, int TrialsWithChat, int WithoutChat, int TrialsWithoutChat, int Days = 0);
