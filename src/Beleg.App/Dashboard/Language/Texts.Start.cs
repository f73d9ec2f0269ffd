namespace Beleg.App.Dashboard.Language;

/// <summary>Texts of the agency's start.</summary>
internal static partial class Texts
{
    public static readonly Phrase FindClient = new("Find a client by name", "Mandant nach Namen suchen");
    public static readonly Phrase NoSuchClient = new("No workspace is called “{0}”", "Kein Mandant heißt „{0}“");
    public static readonly Phrase ClientsFound = new("{0} of {1} workspaces", "{0} von {1} Mandanten");
    public static readonly Phrase ClientsRead = new("{0} of {1} workspaces read; the others follow by themselves.", "{0} von {1} Mandanten gelesen; die übrigen folgen von selbst.");
    public static readonly Phrase ClientsAttention = new("{0} workspaces · {1} need attention", "{0} Mandanten · {1} brauchen Aufmerksamkeit");
}
