namespace Beleg.Warehouse;

/// <summary>Something kept by the place of rows in their file: it holds no longer than that file stays attached.</summary>
internal interface IByPlace;
