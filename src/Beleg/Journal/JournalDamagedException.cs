namespace Beleg.Journal;

/// <summary>A kept delivery does not open: its bytes were altered, or its workspace's key is another. Restore the journal from a backup.</summary>
public sealed class JournalDamagedException : Exception
{
    /// <inheritdoc/>
    public JournalDamagedException() : this("The journal is damaged.")
    {
    }

    /// <param name="message">What is damaged.</param>
    public JournalDamagedException(string message) : base(message)
    {
    }

    /// <param name="message">What is damaged.</param>
    /// <param name="innerException">How it showed.</param>
    public JournalDamagedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    internal JournalDamagedException(long seq, Exception innerException)
        : base(FormattableString.Invariant($"Delivery {seq} of the journal does not open: it was altered, or its workspace's key is another."), innerException) =>
        Seq = seq;

    /// <summary>Position of the delivery; 0 where it is not one delivery.</summary>
    public long Seq { get; }
}
