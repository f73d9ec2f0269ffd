using Beleg.Keys;
using Beleg.Primitives;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.State;

/// <summary>What people say about figures. A version is added, never changed; its text can be erased, since it may name a person.</summary>
public sealed class Notes
{
    /// <summary>Characters of a note at most: it stands under a tile.</summary>
    public const int MaxLength = 600;

    private const int ShortestTelling = 4;
    private const string Select = "SELECT id, workspace, subject, scope, text_sealed, draft_en, draft_de, author, created_at, erased_at FROM note";
    private readonly StateDatabase database;
    private readonly KeyRing keys;
    private readonly IClock clock;

    internal Notes(StateDatabase database, KeyRing keys, IClock clock) => (this.database, this.keys, this.clock) = (database, keys, clock);

    /// <summary>Adds a version.</summary>
    /// <param name="workspace">Whose figures.</param>
    /// <param name="subject">What it explains.</param>
    /// <param name="scope">Of which days, filters and model.</param>
    /// <param name="text">What the person wrote; empty takes the draft again.</param>
    /// <param name="draft">The draft that stands now, English and German.</param>
    /// <param name="author">Who wrote it.</param>
    /// <exception cref="UserErrorException">The text is too long.</exception>
    public Note Add(string workspace, string subject, string scope, string text, (string En, string De) draft, string author)
    {
        if (text.Length > MaxLength)
            throw new UserErrorException($"A note has at most {MaxLength} characters; this one has {text.Length}.");
        return database.Write(session =>
        {
            var id = session.First("SELECT coalesce(max(id), 0) + 1 FROM note", row => row.GetInt64(0));
            session.Execute(
                """
                INSERT INTO note (id, workspace, subject, scope, text_sealed, draft_en, draft_de, author, created_at)
                VALUES ($id, $workspace, $subject, $scope, $text, $en, $de, $author, $at)
                """,
                ("$id", id), ("$workspace", workspace), ("$subject", subject), ("$scope", scope), ("$text", keys.Of(workspace).SealText(text, Context(id))),
                ("$en", draft.En), ("$de", draft.De), ("$author", author), ("$at", clock.GetCurrentInstant()));
            return session.First($"{Select} WHERE id = $id", Map, ("$id", id))!;
        });
    }

    /// <summary>Every version of a scope's notes, oldest first.</summary>
    public IReadOnlyList<Note> Of(string workspace, string scope) =>
        database.Read(session => session.Query($"{Select} WHERE workspace = $workspace AND scope = $scope ORDER BY id", Map, ("$workspace", workspace), ("$scope", scope)));

    /// <summary>Takes the text and the author out of a version; that there was one stays.</summary>
    /// <returns>Whether there was such a version with a text.</returns>
    public bool Erase(string workspace, long id) =>
        database.Write(session => session.Execute(
            "UPDATE note SET text_sealed = NULL, author = '', erased_at = $at WHERE workspace = $workspace AND id = $id AND text_sealed IS NOT NULL",
            ("$at", clock.GetCurrentInstant()), ("$workspace", workspace), ("$id", id))) > 0;

    /// <summary>Erases every version that says one of an erased person's values, and says how many.</summary>
    /// <param name="workspace">Whose figures.</param>
    /// <param name="values">Names, addresses, numbers; shorter ones than four characters are parts of other words.</param>
    public int Forget(string workspace, IReadOnlyCollection<string> values)
    {
        string[] telling = [.. values.Where(value => value.Length >= ShortestTelling)];
        var notes = telling.Length == 0 ? [] : database.Read(session => session.Query($"{Select} WHERE workspace = $workspace AND text_sealed IS NOT NULL", Map, ("$workspace", workspace)));
        return notes.Count(note => Array.Exists(telling, value => note.Text!.Contains(value, StringComparison.OrdinalIgnoreCase)) && Erase(workspace, note.Id));
    }

    private Note Map(SqliteDataReader row)
    {
        var (id, workspace) = (row.GetInt64(0), row.GetString(1));
        return new Note(
            id, row.GetString(2), row.GetString(3), row.BytesOrNull(4) is { } text ? keys.Of(workspace).OpenText(text, Context(id)) : null,
            row.GetString(5), row.GetString(6), row.GetString(7), row.InstantAt(8), row.IsDBNull(9) ? null : row.InstantAt(9));
    }

    private static string Context(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"note\u001f{id}");
}
