using System.Text.RegularExpressions;
using Beleg.Sources;

namespace Beleg.App.Dashboard;

/// <summary>Events by the names of the vocabulary: MessageSent → Message Sent.</summary>
internal static partial class EventNames
{
    public static string Of(EventKind kind) => Border().Replace(kind.ToString(), " ");

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Border();
}
