using Microsoft.AspNetCore.Components;

namespace Beleg.App.Dashboard.Pages;

/// <summary>A figure by one dimension.</summary>
/// <param name="Name">The dimension.</param>
/// <param name="Rows">Its values with the figure, written.</param>
public sealed record SharedTable(string Name, IReadOnlyList<(string Name, MarkupString Value)> Rows);
