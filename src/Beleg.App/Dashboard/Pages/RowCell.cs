namespace Beleg.App.Dashboard.Pages;

/// <summary>One cell of the rows behind a figure.</summary>
/// <param name="Text">As written.</param>
/// <param name="Href">Where it leads; null for nowhere.</param>
/// <param name="Detail">What stands beneath it.</param>
/// <param name="IsNumber">Whether it stands to the right.</param>
/// <param name="IsGrade">Whether it is a grade of evidence.</param>
public sealed record RowCell(string Text, string? Href, string? Detail, bool IsNumber, bool IsGrade = false);
