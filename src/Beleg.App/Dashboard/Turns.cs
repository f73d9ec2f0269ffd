namespace Beleg.App.Dashboard;

/// <summary>
/// Work in turns, first come first served: more at a time than there are cores only makes each of them later, and takes the threads of whoever
/// waits for something else. What takes long and what is quick have turns of their own, so that the quick never wait for the long. Thread-safe.
/// </summary>
internal static class Turns
{
    private static readonly SemaphoreSlim quick = new(Math.Max(1, Environment.ProcessorCount));
    private static readonly SemaphoreSlim slow = new(Math.Max(1, Environment.ProcessorCount));

    /// <summary>Does something when its turn has come. TRICKY: work that asks for a turn itself would wait for its own.</summary>
    public static async Task<T> RunAsync<T>(bool isQuick, Func<Task<T>> work)
    {
        var free = isQuick ? quick : slow;
        await free.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            free.Release();
        }
    }
}
