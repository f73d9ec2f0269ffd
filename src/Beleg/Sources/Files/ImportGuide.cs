using System.Text;

namespace Beleg.Sources.Files;

/// <summary>Writes docs/imports.md from the columns themselves, so that neither can be ahead of the other.</summary>
public static class ImportGuide
{
    private const string Head = """
        # Importing files

        <!-- Written from the column definitions in src/Beleg/Sources/Files; a test holds the two together. -->

        `beleg import FILE --workspace WS --as KIND` reads CSV, JSON lines (`.jsonl`, `.ndjson`) and Parquet. The first line of a CSV names the
        columns. Case, spaces, dashes and underscores in a header do not matter, and many headers are known by more than one name.

        | option | what it does |
        |---|---|
        | `--map theirs=ours` | says what a header means where its name does not tell; `--map theirs=` leaves the column out; may be repeated |
        | `--set ours=value` | gives a column that the file lacks one value for all rows: `--set currency=EUR`; may be repeated |
        | `--decimal comma` or `point` | whether 12,50 or 12.50 is twelve and a half; where absent a point, and in a CSV parted by `;` whatever a number can only be |
        | `--zone Europe/Berlin` | the zone of times without an offset; the workspace's where absent |
        | `--dates dmy` or `mdy` | how 03/04/2026 is read; such days are refused until you say |
        | `--separator ";"` | the separator, where it is not found out |
        | `--dry-run` | says what would happen and keeps nothing |
        | `--strict` | exits with 2 when any row was refused; otherwise 0 where at least one came in, and the rows are counted. Where every row was refused it is always 2: nothing came in |

        **What is found out**: encoding (UTF-8, UTF-16, Windows-1252; with or without byte order mark) and separator (`,` `;` tab `|`). Quoted cells may hold line ends.

        **Again and again.** A row is known by its own id, and by its content where it has none; equal rows without id are told apart by how
        often they occur. So the same file again changes nothing, and a corrected file replaces what it said before: of two states the later
        counts, by `updated_at` or by the time the file was last changed.

        **What is refused** is listed as `file:line: column: what to do`; the other rows go in. Amounts are in major units, from 0 to 10^12 minor
        units, with no more decimals than the currency has. Times lie between 2005 and 48 hours from now. Columns that a kind does not know
        are kept as properties of the event and named in the report.

        **Times** may be written `2026-09-01T10:22:33Z`, `2026-09-01 10:22:33 +0200`, `2026-09-01 10:22`, `2026-09-01`, `1.9.2026 10:22`, or as seconds or
        milliseconds since 1970. **Yes and no** also as true/false, 1/0, ja/nein. **Lists** are parted by `|`, `;` or `,`.


        """;

    /// <summary>The whole page, Markdown.</summary>
    public static string Render()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var kind in ImportKinds.All)
            Append(page, kind);
        return page.ToString();
    }

    private static void Append(StringBuilder page, ImportKind kind)
    {
        page.Append("## ").Append(kind.Name).Append("\n\n").Append(kind.Description).Append('\n');
        if (kind.NeedsOneOf.Count > 0)
            page.Append("Every row needs one of ").Append(Names(kind.NeedsOneOf)).Append(".\n");
        if (kind.NeedsPerson)
        {
            page.Append("Every row says who it is about: ").Append(Names(Columns.Person.Select(p => p.Name)));
            page.Append(kind.PersonMayBeConversation ? ", or a `conversation_id` or `message_id` that another row ties to a person.\n" : ".\n");
        }

        page.Append("\n| column | holds | meaning | example | also known as |\n|---|---|---|---|---|\n");
        foreach (var column in kind.Columns)
        {
            page.Append("| `").Append(column.Name).Append('`').Append(column.Required ? " **needed**" : "").Append(" | ").Append(Holds(column));
            page.Append(" | ").Append(Cell(column.Description)).Append(" | `").Append(Cell(column.Example)).Append("` | ").Append(string.Join(", ", column.Aliases.Select(Cell))).Append(" |\n");
        }

        page.Append('\n');
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"`{n}`"));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Holds(ImportColumn column) => column.Type switch
    {
        ColumnType.Money => "amount",
        ColumnType.Number => "number",
        ColumnType.Whole => "whole number",
        ColumnType.Time => "time",
        ColumnType.Date => "day",
        ColumnType.YesNo => "yes or no",
        ColumnType.List => "list",
        ColumnType.Currency => "currency",
        ColumnType.Choice => string.Join(", ", column.Choices.Keys),
        _ => "text",
    };
}
