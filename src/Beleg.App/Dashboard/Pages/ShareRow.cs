using Beleg.State;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One shared link.</summary>
/// <param name="Share">The link.</param>
/// <param name="Url">Its address.</param>
/// <param name="IsOpen">Whether it shows anything now.</param>
/// <param name="Views">How often a person saw it.</param>
/// <param name="LastView">When last; null where nobody did.</param>
public sealed record ShareRow(Share Share, string Url, bool IsOpen, long Views, Instant? LastView);
