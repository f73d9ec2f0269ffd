namespace Beleg.App.Dashboard;

/// <summary>Work in turns, first come first served: more at a time than there are cores only makes each of them later. Thread-safe.</summary>
internal static class Turns
{
    private static readonly SemaphoreSlim free = new(Math.Max(1, Environment.ProcessorCount));

    /// <summary>Does something when its turn has come.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
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
