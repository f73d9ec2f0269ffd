namespace Beleg.Warehouse;

/// <summary>The warehouse was asked before it is ready. The message says why; asking again after the rebuild helps.</summary>
public sealed class WarehouseUnavailableException : Exception
{
    /// <summary>An unavailable warehouse, for a reason.</summary>
    public WarehouseUnavailableException(string message) : base(message)
    {
    }

    /// <summary>An unavailable warehouse, for a reason that another error gave.</summary>
    public WarehouseUnavailableException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <summary>An unavailable warehouse.</summary>
    public WarehouseUnavailableException() : this("The warehouse is not ready.")
    {
    }
}
