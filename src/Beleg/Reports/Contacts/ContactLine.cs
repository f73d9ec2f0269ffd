using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Contacts;

/// <summary>One contact in a list.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="LastSeenAt">Last sign of them.</param>
/// <param name="Channel">Channel of most inbound messages.</param>
/// <param name="EntryPoint">How their first conversation was entered.</param>
/// <param name="LeadStatus">Where the lead stands; null without lead.</param>
/// <param name="Orders">Counted orders.</param>
/// <param name="NetMinor">Their net in the workspace's currency.</param>
/// <param name="HasConsent">Whether marketing consent holds.</param>
/// <param name="HasOptedOut">Whether they opted out.</param>
public sealed record ContactLine(Key Contact, Instant LastSeenAt, string Channel, EntryPoint EntryPoint, LeadStatus? LeadStatus, int Orders, long NetMinor, bool HasConsent, bool HasOptedOut);
