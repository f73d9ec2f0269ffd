using Beleg.Benchmarks;

switch (args)
{
    case ["journal"]:
        await JournalBench.RunAsync();
        return 0;
    case ["stream", var messages]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render(await Beleg.Benchmarks.Stream.StreamBench.RunAsync(long.Parse(messages, System.Globalization.CultureInfo.InvariantCulture), rounds: 5)));
        return 0;
    case ["stream", var messages, var rounds]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render(await Beleg.Benchmarks.Stream.StreamBench.RunAsync(long.Parse(messages, System.Globalization.CultureInfo.InvariantCulture), int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture))));
        return 0;
    case ["keep", var folder, var messages]:
        await Beleg.Benchmarks.Stream.RebuildBench.KeepAsync(folder, long.Parse(messages, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["rebuild", var folder, var rounds]:
        await Beleg.Benchmarks.Stream.RebuildBench.AgainAsync(folder, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["fold-sql", var folder]:
        await Beleg.Benchmarks.Stream.FoldSqlBench.AloneAsync(folder);
        return 0;
    case ["follow", var batch]:
        await Beleg.Benchmarks.Stream.FollowBench.RunAsync(int.Parse(batch, System.Globalization.CultureInfo.InvariantCulture), rounds: 12);
        return 0;
    case ["live", var folder, var rounds]:
        await Beleg.Benchmarks.Stream.LiveBench.AloneAsync(folder, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["workspaces"]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render(await WorkspacesBench.RunAsync(rounds: 5)));
        return 0;
    case ["serving", var messages]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render(await ServingBench.RunAsync(long.Parse(messages, System.Globalization.CultureInfo.InvariantCulture), rounds: 5)));
        return 0;
    case ["serving-keep", var folder, var messages]:
        await ServingBench.KeepAsync(folder, long.Parse(messages, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["serving-again", var folder, var rounds]:
        await ServingBench.AgainAsync(folder, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["versions"]:
        Console.WriteLine($".NET {Environment.Version}, DuckDB {Beleg.Warehouse.DuckDb.DuckDbInstance.Version}");
        return 0;
    case ["intake"]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render(await Beleg.Benchmarks.Intake.IntakeBench.RunAsync(rounds: 5, TimeSpan.FromSeconds(10))));
        return 0;
    case ["intake", var rounds, var seconds]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render(await Beleg.Benchmarks.Intake.IntakeBench.RunAsync(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)))));
        return 0;
    case ["bare-intake", var port, var folder]:
        await Beleg.Benchmarks.Intake.IntakeBench.ServeBareAsync(port, folder);
        return 0;
    case ["generate", var messages]:
        await GeneratorBench.RunAsync(long.Parse(messages, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["fold"]:
        FoldBench.Run(1_000_000);
        return 0;
    case ["replay", var messages]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render([await Beleg.Benchmarks.Stream.ReplayBench.RunAsync(long.Parse(messages, System.Globalization.CultureInfo.InvariantCulture), rounds: 9)]));
        return 0;
    case ["crediting", var orders, var rounds]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render([CreditingBench.Run(int.Parse(orders, System.Globalization.CultureInfo.InvariantCulture), int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture))]));
        return 0;
    case ["preview", var orders, var rounds]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render([CreditingBench.Preview(int.Parse(orders, System.Globalization.CultureInfo.InvariantCulture), int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture))]));
        return 0;
    case ["learned", var orders, var rounds]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render(await LearnedBench.RunAsync(long.Parse(orders, System.Globalization.CultureInfo.InvariantCulture), int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture))));
        return 0;
    case ["models"]:
        ModelsBench.Run();
        return 0;
    case ["translate"]:
        TranslateBench.Run();
        return 0;
    case ["demo"]:
        await DemoBench.RunAsync();
        return 0;
    case ["dashboard", var messages]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render(await DashboardBench.MeasureAsync(long.Parse(messages, System.Globalization.CultureInfo.InvariantCulture))));
        return 0;
    case ["dashboard", var messages, var rounds]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render(await DashboardBench.MeasureAsync(long.Parse(messages, System.Globalization.CultureInfo.InvariantCulture), int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture))));
        return 0;
    case ["statistics"]:
        Console.WriteLine(Beleg.Benchmarks.Support.Table.Render(StatisticsBench.Run(rounds: 5)));
        return 0;
    case ["references", var scripts, .. var directory]:
        return await Beleg.Benchmarks.References.ReferencesBench.RunAsync(scripts, directory.FirstOrDefault());
    case ["verify", .. var directory]:
        return await Beleg.Benchmarks.Verification.VerifyRun.RunAsync(directory.FirstOrDefault());
    default:
        await Console.Error.WriteLineAsync("Which? intake [ROUNDS SECONDS], journal, stream MESSAGES [ROUNDS], keep FOLDER MESSAGES, rebuild FOLDER ROUNDS, fold-sql FOLDER, follow BATCH, live FOLDER ROUNDS, workspaces, serving MESSAGES, serving-keep FOLDER MESSAGES, serving-again FOLDER ROUNDS, versions, generate MESSAGES, fold, crediting ORDERS ROUNDS, preview ORDERS ROUNDS, learned ORDERS ROUNDS, models, statistics, replay MESSAGES, translate, demo, dashboard MESSAGES [ROUNDS], verify [DIRECTORY], references SCRIPTS [DIRECTORY] (bench/references/run)");
        return 2;
}
