namespace Beleg.App.Dashboard.Language;

/// <summary>What a client is told about reports that are not booked.</summary>
internal static partial class Texts
{
    public static readonly Phrase OutOfScopeTitle = new("Not part of what is booked", "Nicht Teil des Gebuchten");
    public static readonly Phrase OutOfScope = new("“{0}” belongs to the tier {1}; this workspace has booked {2}.", "„{0}“ gehört zur Stufe {1}; dieser Mandant hat {2} gebucht.");
    public static readonly Phrase OutOfScopeAsk = new("Ask these people about it:", "Darüber sprechen diese Personen gern mit dir:");
    public static readonly Phrase NotBooked = new("not part of the booked tier", "nicht in der gebuchten Stufe");

    public static readonly Phrase TierSay = new("Say which tier is booked", "Sag, welche Stufe gebucht ist");
    public static readonly Phrase GrowthNotSaid = new("Nobody has said which tier is booked, so nothing is kept back.", "Niemand hat gesagt, welche Stufe gebucht ist; daher fehlt nichts.");
}
