namespace Beleg.Journal;

/// <summary>A new body for a kept delivery, when a person is erased.</summary>
/// <param name="Seq">Position of the delivery.</param>
/// <param name="Body">What stands there from now on.</param>
public readonly record struct Rewrite(long Seq, ReadOnlyMemory<byte> Body);
