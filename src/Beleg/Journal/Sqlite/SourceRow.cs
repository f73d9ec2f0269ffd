namespace Beleg.Journal.Sqlite;

/// <summary>One row of the table source.</summary>
internal sealed record SourceRow(
    string Workspace, long WorkspaceId, string Source, long Id, long Deliveries, long LastSeq, long LastReceivedAt)
{
    public SourceRow Plus(long seq, long receivedAt) =>
        this with { Deliveries = Deliveries + 1, LastSeq = seq, LastReceivedAt = Math.Max(LastReceivedAt, receivedAt) };
}
