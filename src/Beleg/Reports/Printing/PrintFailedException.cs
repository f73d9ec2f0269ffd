namespace Beleg.Reports.Printing;

/// <summary>The browser did not print.</summary>
public sealed class PrintFailedException(string message) : Exception(message);
