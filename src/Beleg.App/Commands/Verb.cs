using System.CommandLine;

namespace Beleg.App.Commands;

/// <summary>One verb of the command line and what it does.</summary>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Does it. Where it opens the data, it may run inside the server that owns them.</summary>
    public required Func<CommandContext, CancellationToken, Task<int>> Runs { get; init; }

    /// <summary>Whether it reads standard input.</summary>
    public bool TakesInput { get; init; }

    /// <summary>Whether it only works on an opened data directory.</summary>
    public bool OpensData { get; init; } = true;
}
