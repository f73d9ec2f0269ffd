namespace Beleg.App.Hosting;

/// <summary>Everything the app logs. Never a body, never a person.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Listening on {Address}")]
    public static partial void Listening(ILogger logger, string address);

    [LoggerMessage(2, LogLevel.Error, "A request to {Route} failed by a bug of ours")]
    public static partial void RequestFailed(ILogger logger, Exception bug, string route);

    [LoggerMessage(3, LogLevel.Warning, "The journal keeps nothing right now: {Reason}")]
    public static partial void JournalUnavailable(ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Warning, "This server answers beyond this machine: put TLS in front of it")]
    public static partial void NotLoopback(ILogger logger);

    [LoggerMessage(5, LogLevel.Error, "The facts of {Workspace} could not be brought up to date; trying again in 5 s")]
    public static partial void ProjectionFailed(ILogger logger, Exception failure, string workspace);

    [LoggerMessage(6, LogLevel.Error, "A click on a tagged link led on and could not be written down")]
    public static partial void ClickNotKept(ILogger logger, Exception fault);

    [LoggerMessage(7, LogLevel.Warning, "The facts of {Workspace} cannot answer and are derived again from the journal: {Reason}")]
    public static partial void Rebuilding(ILogger logger, string workspace, string reason);

    [LoggerMessage(8, LogLevel.Information, "The facts of {Workspace} answer again")]
    public static partial void Rebuilt(ILogger logger, string workspace);
}
