namespace Beleg.App.Dashboard.Parts;

/// <summary>One line of a short list: a name, what stands beneath it, a figure, and where it leads.</summary>
public sealed record ListLine(string Name, string? Detail, string Figure, string? Href);
