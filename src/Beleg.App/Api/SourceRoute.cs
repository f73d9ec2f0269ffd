using Beleg.App.Security;
using Beleg.Sources;

namespace Beleg.App.Api;

/// <summary>One address that deliveries come in by, with all that is needed to judge them without a look at the disk.</summary>
/// <param name="Workspace">Name of the workspace.</param>
/// <param name="Settings">As the owner set it up.</param>
/// <param name="Provider">Who judges and translates.</param>
/// <param name="Gate">Its rate.</param>
internal sealed record SourceRoute(string Workspace, SourceSettings Settings, ISource Provider, RateGate Gate);
