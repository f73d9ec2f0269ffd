namespace Beleg.Warehouse.DuckDb;

/// <summary>How the process's one warehouse engine is run.</summary>
public sealed record DuckDbOptions
{
    /// <summary>The only directory whose files the engine may touch; made when missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Megabytes (10^6) for buffers before work spills to disk; 64 or more. 192 cost nothing on 10 M messages.</summary>
    public int MemoryLimitMegabytes { get; init; } = 512;

    /// <summary>Worker threads, 1 or more; the processor's cores unless said otherwise.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Where work spills to; beneath the data directory unless said otherwise.</summary>
    public string? TemporaryDirectory { get; init; }

    /// <summary>What is wrong, each by its key; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(DataDirectory))
            yield return $"{nameof(DataDirectory)} is missing.";
        if (MemoryLimitMegabytes < 64)
            yield return $"{nameof(MemoryLimitMegabytes)} is {MemoryLimitMegabytes}; it must be 64 or more.";
        if (Threads < 1)
            yield return $"{nameof(Threads)} is {Threads}; it must be 1 or more.";
    }
}
