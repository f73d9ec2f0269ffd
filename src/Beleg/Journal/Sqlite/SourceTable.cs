using System.Collections.Concurrent;
using NodaTime;

namespace Beleg.Journal.Sqlite;

/// <summary>
/// Workspaces and sources as the file knows them, with their counts. The writer fills it; it only ever shows what is committed.
/// </summary>
internal sealed class SourceTable
{
    private readonly ConcurrentDictionary<string, long> workspaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Workspace, string Source), SourceRow> byName = new();
    private readonly ConcurrentDictionary<long, SourceRow> byId = new();

    public void Load(RawConnection connection)
    {
        using var statement = connection.Prepare(
            "SELECT w.name, w.id, s.name, s.id, s.deliveries, s.last_seq, s.last_received_at FROM source s JOIN workspace w ON w.id = s.workspace");
        while (statement.Step())
        {
            Publish(new SourceRow(statement.Text(0), statement.Long(1), statement.Text(2), statement.Long(3),
                statement.Long(4), statement.Long(5), statement.Long(6)));
        }
    }

    public IEnumerable<SourceRow> Rows => byId.Values;

    public bool TryGetWorkspace(string workspace, out long id) => workspaces.TryGetValue(workspace, out id);

    public SourceRow? Find(string workspace, string source) => byName.GetValueOrDefault((workspace, source));

    public string? NameOf(long source) => byId.GetValueOrDefault(source)?.Source;

    public void Publish(SourceRow row)
    {
        workspaces[row.Workspace] = row.WorkspaceId;
        byName[(row.Workspace, row.Source)] = row;
        byId[row.Id] = row;
    }

    public IReadOnlyList<SourceCount> Counts(string workspace) =>
        [.. byId.Values
            .Where(row => row.Workspace == workspace)
            .OrderBy(row => row.Source, StringComparer.Ordinal)
            .Select(row => new SourceCount(row.Source, row.Deliveries, row.LastSeq, Instant.FromUnixTimeTicks(row.LastReceivedAt)))];
}
