using System.Text.Json.Serialization;
using Beleg.State.Settings;

namespace Beleg.State;

/// <summary>How the state's records are written as JSON. Unknown members are read over, so that an older program reads a newer record.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(WorkspaceSettings))]
[JsonSerializable(typeof(DirectoryOwner))]
[JsonSerializable(typeof(StoredSource))]
[JsonSerializable(typeof(StoredSecrets))]
[JsonSerializable(typeof(LinkRecipient))]
internal sealed partial class StateJson : JsonSerializerContext;
