using System.Reflection;
using System.Runtime.CompilerServices;
using Beleg.Primitives;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>One column of a fact's table: a property of its record.</summary>
internal abstract class FactColumn<T>
{
    private protected FactColumn(PropertyInfo property, FactType type, bool identifies)
    {
        Name = SnakeCase.Of(property.Name);
        Type = type;
        var value = property.PropertyType;
        // A key that may be absent has no type of its own: the row's own key and its contact never are.
        Required = value == typeof(Key) ? identifies
            : value == typeof(string) ? property.IsDefined(typeof(RequiredMemberAttribute))
            : Nullable.GetUnderlyingType(value) is null;
    }

    /// <summary>In snake_case.</summary>
    internal string Name { get; }

    internal FactType Type { get; }

    /// <summary>Never NULL.</summary>
    internal bool Required { get; }

    /// <summary>Writes the rows' values from the first place on.</summary>
    internal abstract void Write(AppenderColumn into, ReadOnlySpan<T> rows);

    /// <summary>Adds the records' values to their rows' hashes.</summary>
    internal abstract void Mix(ReadOnlySpan<T> rows, Span<RowHash> hashes);

    /// <summary>Adds the stored values to their rows' hashes.</summary>
    internal abstract void Mix(in DataVector stored, Span<RowHash> hashes);

    /// <summary>Sets the property of every row.</summary>
    internal abstract void Read(in DataVector stored, ReadOnlySpan<T> rows);

    /// <summary>The column of a property.</summary>
    internal static FactColumn<T> Of(PropertyInfo property, bool identifies) =>
        (FactColumn<T>)Activator.CreateInstance(
            typeof(FactColumn<,,>).MakeGenericType(typeof(T), property.PropertyType, FactCodecs.Of(property.PropertyType)),
            BindingFlags.Instance | BindingFlags.NonPublic, null, [property, identifies], null)!;
}
