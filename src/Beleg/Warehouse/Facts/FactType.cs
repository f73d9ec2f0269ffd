namespace Beleg.Warehouse.Facts;

/// <summary>A column's type.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">Of an enumeration, in snake_case.</param>
/// <param name="Labels">Of an enumeration, by number.</param>
internal sealed record FactType(FactKind Kind, string Name = "", IReadOnlyList<string>? Labels = null)
{
    /// <summary>The labels; none where it is no enumeration.</summary>
    internal IReadOnlyList<string> Known { get; } = Labels ?? [];
}
