using System.Reflection;
using Beleg.Model;

namespace Beleg.Warehouse.Facts;

/// <summary>All tables of facts: one for each list of <see cref="FactBatch"/>, so a new fact needs no line here.</summary>
internal static class FactTables
{
    /// <summary>In the order of the batch.</summary>
    internal static IReadOnlyList<FactTable> All { get; } =
        [.. typeof(FactBatch).GetProperties().OrderBy(property => property.MetadataToken).Select(Create)];

    /// <summary>The enumerations that the tables use, by name.</summary>
    internal static IReadOnlyList<FactType> Enumerations { get; } =
        [.. All.SelectMany(table => table.Columns).Select(column => column.Type).Where(type => type.Kind == FactKind.Label)
            .DistinctBy(type => type.Name).OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>The table of one record.</summary>
    internal static FactTable<T> Of<T>() where T : class => All.OfType<FactTable<T>>().Single();

    /// <summary><c>FlowRunFact</c> is kept in <c>flow_run</c>; an order in <c>orders</c>, since <c>order</c> is SQL's.</summary>
    internal static string NameOf(Type record)
    {
        var name = SnakeCase.Of(record.Name[..^"Fact".Length]);
        return name == "order" ? "orders" : name;
    }

    private static FactTable Create(PropertyInfo list) =>
        (FactTable)typeof(FactTable<>).MakeGenericType(list.PropertyType.GenericTypeArguments)
            .GetMethod("Of", BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [list])!;
}
