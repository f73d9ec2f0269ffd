using Beleg.App.Dashboard.Parts;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the agency's start shows.</summary>
public sealed record WorkspacesModel(IReadOnlyList<WorkspaceCard> Cards);

/// <summary>One workspace on the start.</summary>
/// <param name="Name">Name.</param>
/// <param name="Month">The month its figure is of, as written.</param>
/// <param name="Headline">Revenue per chat; null while its facts are being built.</param>
/// <param name="LastEvent">How long ago something came in; null where never.</param>
public sealed record WorkspaceCard(string Name, string Month, TileModel? Headline, string? LastEvent);
