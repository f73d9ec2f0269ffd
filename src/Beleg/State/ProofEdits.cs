using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.State;

/// <summary>What people wrote into drafts of proofs. Each edit is kept, with what it replaced, its author and its time.</summary>
public sealed class ProofEdits
{
    private const string Columns = "id, month, place, drafted_en, drafted_de, text_en, text_de, author, made_at";
    private readonly StateDatabase database;
    private readonly IClock clock;

    internal ProofEdits(StateDatabase database, IClock clock) => (this.database, this.clock) = (database, clock);

    /// <summary>Keeps edits of one month, all or none.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="month">2026-10.</param>
    /// <param name="author">Who wrote them.</param>
    /// <param name="edits">Place, drafted texts and written texts; empty written texts give the place back to the draft.</param>
    public void Add(string workspace, string month, string author, IReadOnlyList<(string Place, string DraftedEn, string DraftedDe, string En, string De)> edits) =>
        database.Write(session =>
        {
            foreach (var edit in edits)
            {
                session.Execute(
                    """
                    INSERT INTO proof_edit (workspace, month, place, drafted_en, drafted_de, text_en, text_de, author, made_at)
                    VALUES ($workspace, $month, $place, $drafted_en, $drafted_de, $en, $de, $author, $at)
                    """,
                    ("$workspace", workspace), ("$month", month), ("$place", edit.Place), ("$drafted_en", edit.DraftedEn), ("$drafted_de", edit.DraftedDe),
                    ("$en", edit.En), ("$de", edit.De), ("$author", author), ("$at", clock.GetCurrentInstant()));
            }
        });

    /// <summary>All edits of a month, oldest first.</summary>
    public IReadOnlyList<ProofEdit> History(string workspace, string month) => database.Read(session => session.Query(
        $"SELECT {Columns} FROM proof_edit WHERE workspace = $workspace AND month = $month ORDER BY id", Map, ("$workspace", workspace), ("$month", month)));

    /// <summary>The edits that hold: the latest of each place, where it is a text.</summary>
    public IReadOnlyList<ProofEdit> Holding(string workspace, string month) =>
        [.. History(workspace, month).GroupBy(e => e.Place, StringComparer.Ordinal).Select(g => g.Last()).Where(e => e.En.Length > 0 || e.De.Length > 0).OrderBy(e => e.Place, StringComparer.Ordinal)];

    private static ProofEdit Map(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7), row.InstantAt(8));
}
