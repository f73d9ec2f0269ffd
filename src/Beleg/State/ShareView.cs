using NodaTime;

namespace Beleg.State;

/// <summary>One look at a shared link. No address of anyone is kept.</summary>
/// <param name="At">When.</param>
/// <param name="Page">Which page of it.</param>
/// <param name="Outcome">shown, expired or revoked.</param>
/// <param name="Reader">person, preview (an app that fetched the link to show a card) or machine.</param>
public sealed record ShareView(Instant At, string Page, string Outcome, string Reader);
