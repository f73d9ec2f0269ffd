using System.Text.RegularExpressions;
using Beleg.Primitives;

namespace Beleg.State;

/// <summary>Names of workspaces and sources: they stand in addresses and file names.</summary>
public static partial class Names
{
    /// <summary>Whether it is 1 to 40 of a–z, 0–9 and hyphen.</summary>
    public static bool IsValid(string name) => Shape().IsMatch(name);

    /// <summary>Refuses another shape.</summary>
    /// <param name="name">The name.</param>
    /// <param name="what">What it names, as in "A workspace".</param>
    /// <exception cref="UserErrorException">It has another shape.</exception>
    public static void Require(string name, string what)
    {
        if (!IsValid(name))
            throw new UserErrorException($"{what}'s name is 1 to 40 of a-z, 0-9 and hyphen; '{name}' is not.");
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
