using Beleg.Benchmarks;

switch (args)
{
    case ["journal"]:
        await JournalBench.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("Which? journal");
        return 2;
}
