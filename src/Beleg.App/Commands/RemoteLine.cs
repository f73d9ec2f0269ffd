namespace Beleg.App.Commands;

/// <summary>One line of the server's answer: text for one of the two streams, or the exit code, which ends it.</summary>
internal sealed record RemoteLine(string? Out = null, string? Error = null, int? Exit = null);
