namespace Beleg.App.Dashboard.Language;

/// <summary>People, their roles, and what one of them may not do.</summary>
internal static partial class Texts
{
    public static readonly Phrase People = new("People", "Personen");
    public static readonly Phrase PeopleText = new("Who may sign in, and what each may do. A change holds from the next click on.", "Wer sich anmelden darf und was jede Person tun darf. Eine Änderung gilt ab dem nächsten Klick.");
    public static readonly Phrase Person = new("Person", "Person");
    public static readonly Phrase PersonName = new("Name", "Name");
    public static readonly Phrase RolesHead = new("Roles", "Rollen");
    public static readonly Phrase RoleHead = new("Role", "Rolle");
    public static readonly Phrase RoleViewer = new("Viewer", "Leser");
    public static readonly Phrase RoleEditor = new("Editor", "Bearbeiter");
    public static readonly Phrase RoleAdmin = new("Admin", "Admin");
    public static readonly Phrase RoleViewerText = new("Reads figures, receipts, findings and proofs. Sees contacts by their key only, never a name, an address or a message, and changes nothing.", "Liest Zahlen, Belege, Befunde und Nachweise. Sieht Kontakte nur als Schlüssel, nie Namen, Adressen oder Nachrichten, und ändert nichts.");
    public static readonly Phrase RoleEditorText = new("Reads contacts too. Writes notes, costs, assumptions, contacts and links, publishes and shares proofs.", "Liest auch Kontakte. Schreibt Notizen, Kosten, Annahmen, Kontakte und Links, veröffentlicht und teilt Nachweise.");
    public static readonly Phrase RoleAdminText = new("Everything: sources and the domains of links too, and for all workspaces also people.", "Alles: auch Quellen und die Domains der Links, und für alle Mandanten auch Personen.");
    public static readonly Phrase RolesMean = new("What each role may do", "Was jede Rolle darf");
    public static readonly Phrase RoleNone = new("No role", "Keine Rolle");
    public static readonly Phrase NoRoleYet = new("no role: sees nothing", "keine Rolle: sieht nichts");
    public static readonly Phrase AllWorkspaces = new("All workspaces", "Alle Mandanten");
    public static readonly Phrase Where = new("Where", "Wo");
    public static readonly Phrase RoleIn = new("{0} · {1}", "{0} · {1}");
    public static readonly Phrase NotSignedInYet = new("invited", "eingeladen");
    public static readonly Phrase ThatIsYou = new("you", "du");
    public static readonly Phrase AddPerson = new("Add a person", "Person hinzufügen");
    public static readonly Phrase AddPersonText = new("You get a sign-in link that works once, within three days. Send it yourself: Beleg sends no mail.", "Du erhältst einen Anmeldelink, der einmal und drei Tage lang gilt. Sende ihn selbst: Beleg verschickt keine Post.");
    public static readonly Phrase ChangeRole = new("Change the role", "Rolle ändern");
    public static readonly Phrase NewSignInLink = new("New sign-in link", "Neuer Anmeldelink");
    public static readonly Phrase RemovePerson = new("Remove", "Entfernen");
    public static readonly Phrase RemovePersonText = new("Signs the person out everywhere. What they wrote stays, with their name.", "Meldet die Person überall ab. Was sie geschrieben hat, bleibt mit ihrem Namen.");
    public static readonly Phrase SignInLinkFor = new("Sign-in link for {0}", "Anmeldelink für {0}");
    public static readonly Phrase SignInLinkText = new("It is shown this once, works once, within three days, and lets whoever opens it choose the password.", "Er wird nur dieses eine Mal gezeigt, gilt einmal und drei Tage lang, und wer ihn öffnet, wählt das Passwort.");
    public static readonly Phrase RoleChanged = new("Saved. It holds from the next click on.", "Gespeichert. Es gilt ab dem nächsten Klick.");
    public static readonly Phrase PersonRemoved = new("Removed and signed out.", "Entfernt und abgemeldet.");
    public static readonly Phrase RoleHistory = new("Who changed what", "Wer was geändert hat");
    public static readonly Phrase RoleHistoryText = new("Kept for good, also after a person was removed.", "Bleibt für immer, auch wenn eine Person entfernt wurde.");
    public static readonly Phrase RoleTaken = new("{0} taken", "{0} entzogen");
    public static readonly Phrase AnyRole = new("role", "Rolle");
    public static readonly Phrase ChangedBy = new("by", "von");
    public static readonly Phrase ReadsOnly = new("read only", "nur lesen");

    public static readonly Phrase ForbiddenTitle = new("You may not do this here", "Das darfst du hier nicht");
    public static readonly Phrase ForbiddenHas = new("Your role here is {0}.", "Deine Rolle hier ist {0}.");
    public static readonly Phrase ForbiddenNeeds = new("This takes the role {0}.", "Dafür braucht es die Rolle {0}.");
    public static readonly Phrase ForbiddenNeedsAll = new("This takes an admin of all workspaces.", "Dafür braucht es einen Admin aller Mandanten.");
    public static readonly Phrase ForbiddenAsk = new("These people can give you the role:", "Diese Personen können dir die Rolle geben:");
    public static readonly Phrase BackToOverview = new("Back to the overview", "Zurück zum Überblick");
    public static readonly Phrase NoWorkspaceForYou = new("No workspace is open to you yet", "Noch ist kein Mandant für dich offen");
    public static readonly Phrase NoWorkspaceForYouText = new("You are signed in as {0}. Ask whoever runs Beleg for a role in a workspace.", "Du bist als {0} angemeldet. Bitte die Person, die Beleg betreibt, um eine Rolle in einem Mandanten.");
}
