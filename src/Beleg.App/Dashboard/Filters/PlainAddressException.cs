namespace Beleg.App.Dashboard.Filters;

/// <summary>The address says something that means nothing: whoever asks is led to the plain one, which is what people share.</summary>
internal sealed class PlainAddressException : Exception
{
    public PlainAddressException() : this("/")
    {
    }

    public PlainAddressException(string address) : base("There is a plainer address.") => Address = address;

    public PlainAddressException(string address, Exception innerException) : base("There is a plainer address.", innerException) => Address = address;

    /// <summary>The plain one.</summary>
    public string Address { get; }
}
