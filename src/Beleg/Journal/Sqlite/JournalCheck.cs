namespace Beleg.Journal.Sqlite;

/// <summary>Reads the whole journal and says what is wrong.</summary>
internal static class JournalCheck
{
    private const int Lot = 1000;
    private const long LotBytes = 16 << 20;

    public static IReadOnlyList<string> Run(JournalReader reader, SourceTable sources, CancellationToken cancellationToken)
    {
        var problems = reader.CheckFile();
        foreach (var workspace in sources.Rows.Select(row => row.Workspace).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            OpenAll(reader, workspace, problems, cancellationToken);
        return problems;
    }

    private static void OpenAll(JournalReader reader, string workspace, List<string> problems, CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            try
            {
                var lot = reader.Read(workspace, after, Lot, LotBytes, cancellationToken);
                if (lot.Count == 0)
                    return;
                after = lot[^1].Seq;
            }
            catch (JournalDamagedException damaged)
            {
                problems.Add($"{workspace}: {damaged.Message}");
                after = damaged.Seq;
            }
            catch (KeyNotFoundException missing)
            {
                problems.Add($"{workspace}: {missing.Message}");
                return;
            }
        }
    }
}
