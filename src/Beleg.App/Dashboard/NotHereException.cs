namespace Beleg.App.Dashboard;

/// <summary>The address names a workspace, order or contact that does not exist: the page says so with 404.</summary>
internal sealed class NotHereException : Exception
{
    public NotHereException() : base("There is no such thing here.")
    {
    }

    public NotHereException(string message) : base(message)
    {
    }

    public NotHereException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
