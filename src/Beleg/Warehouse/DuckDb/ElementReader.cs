namespace Beleg.Warehouse.DuckDb;

/// <summary>Reads one element of a list from the vector that holds the elements of all its rows.</summary>
internal delegate T ElementReader<out T>(DataVector elements, int index);
