using Beleg.Primitives;

namespace Beleg.Model;

/// <summary>Someone the identity found in a cluster.</summary>
/// <param name="Key">The key of its facts.</param>
/// <param name="Identifiers">How many identifiers were joined; 0 where nobody knows who it is.</param>
internal readonly record struct Person(Key Key, int Identifiers)
{
    public bool IsPerson => Identifiers > 0;
}
