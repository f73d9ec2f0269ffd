using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Beleg.Keys;

/// <summary>What the key file holds.</summary>
/// <param name="Version">Format of the file.</param>
/// <param name="Master">Id of the master key that wraps the rest.</param>
/// <param name="Workspaces">Wrapped keys by workspace, base64.</param>
internal sealed record KeyFile(int Version, string Master, ImmutableSortedDictionary<string, string> Workspaces)
{
    public const int CurrentVersion = 1;

    public static KeyFile Empty(string master) =>
        new(CurrentVersion, master, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public KeyFile With(string workspace, string wrapped) => this with { Workspaces = Workspaces.SetItem(workspace, wrapped) };

    public KeyFile Without(string workspace) => this with { Workspaces = Workspaces.Remove(workspace) };
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(KeyFile))]
internal sealed partial class KeyFileJson : JsonSerializerContext;
