namespace Beleg.Warehouse.Facts;

/// <summary>A column as others see it.</summary>
/// <param name="Name">In snake_case.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Required">Never NULL.</param>
internal sealed record FactTableColumn(string Name, FactType Type, bool Required);
