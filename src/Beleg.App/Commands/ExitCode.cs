namespace Beleg.App.Commands;

/// <summary>What the process answers to its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The person at the keyboard can put it right; one line says how.</summary>
    public const int UserError = 2;

    /// <summary>A bug of ours.</summary>
    public const int Bug = 70;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Interrupted = 130;
}
