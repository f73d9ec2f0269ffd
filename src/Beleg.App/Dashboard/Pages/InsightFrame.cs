using Beleg.Primitives;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the pages of findings have in common: where they are, and of which month.</summary>
/// <param name="Workspace">Name of the workspace.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Months">The months that can be chosen, newest first.</param>
/// <param name="Period">The one that is shown.</param>
/// <param name="Page">The page's own part of the address.</param>
public sealed record InsightFrame(string Workspace, DateTimeZone Zone, Currency Currency, IReadOnlyList<Period> Months, Period Period, string Page);
