using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse;

/// <summary>What a failure of the engine says of the file that it was about.</summary>
internal static class FileFaults
{
    private static readonly string[] elsewhere = ["Could not set lock", "ermission", "No space", "Out of Memory", "being used"];

    // As the engine says that what it reads is not what it wrote: bytes are missing, a block's sum is wrong, the head is none.
    private static readonly string[] damages = ["Could not read", "Corrupt database file", "not a valid DuckDB database file", WarehouseFile.Missing];

    /// <summary>Whether a file that was in use turns out to be damaged, cut or gone.</summary>
    public static bool IsDamage(DuckDbException failure) => Says(failure, damages);

    /// <summary>Whether a failure to open says anything of what the file holds: a lock, a right or the room on the disk that is missing does not.</summary>
    public static bool IsOfTheFile(DuckDbException failure) => !Says(failure, elsewhere);

    private static bool Says(DuckDbException failure, string[] words) => words.Any(word => failure.Message.Contains(word, StringComparison.Ordinal));
}
