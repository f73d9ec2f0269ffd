namespace Beleg.Primitives;

/// <summary>A mistake that the person at the keyboard can put right. The message is one sentence that says what to do; no stack is shown (exit 2, HTTP 4xx).</summary>
public sealed class UserErrorException : Exception
{
    /// <inheritdoc/>
    public UserErrorException() : this("The request cannot be carried out as given.")
    {
    }

    /// <param name="message">What is wrong and what to do.</param>
    public UserErrorException(string message) : base(message)
    {
    }

    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">What led to it.</param>
    public UserErrorException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
