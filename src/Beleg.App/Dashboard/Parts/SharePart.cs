namespace Beleg.App.Dashboard.Parts;

/// <summary>A part of an amount by its grade of evidence.</summary>
/// <param name="Letter">A to E.</param>
/// <param name="Share">Of the whole, 0 to 1.</param>
/// <param name="Text">The amount as written.</param>
public sealed record SharePart(string Letter, double Share, string Text);
