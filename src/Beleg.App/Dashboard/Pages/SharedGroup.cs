namespace Beleg.App.Dashboard.Pages;

/// <summary>Figures that belong together.</summary>
/// <param name="Name">What they are about.</param>
/// <param name="Figures">The figures.</param>
public sealed record SharedGroup(string Name, IReadOnlyList<SharedFigure> Figures);
