namespace Beleg.Warehouse.Facts;

/// <summary>How one engine spells the tables of facts. What differs between engines stands in its subclass and nowhere else.</summary>
internal abstract class FactDialect
{
    /// <summary>The statements that make an empty schema, in order.</summary>
    internal IEnumerable<string> CreateAll() => FactTables.Enumerations.SelectMany(CreateEnumeration).Concat(FactTables.All.Select(CreateTable));

    /// <summary>What must stand before a column can hold an enumeration; nothing where columns spell it themselves.</summary>
    protected abstract IEnumerable<string> CreateEnumeration(FactType type);

    /// <summary>The statement that makes one table.</summary>
    protected abstract string CreateTable(FactTable table);
}
