namespace Beleg.Ledger;

/// <summary>An assumption that the product's own figures need, with the cautious value it has until somebody sets it.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Value">The default; money defaults to 0, so that an unset price earns nothing.</param>
/// <param name="Low">Its cautious end.</param>
/// <param name="High">Its optimistic end.</param>
/// <param name="English">What it says, in English.</param>
/// <param name="German">The same in German.</param>
public sealed record AssumptionDefinition(string Id, string Unit, decimal Value, decimal Low, decimal High, string English, string German)
{
    /// <summary>The share of deflected contacts that would have asked a person, had there been no automation.</summary>
    public static AssumptionDefinition WouldHaveContactedHuman { get; } = new(
        "would_have_contacted_human", "share", .8m, .6m, 1m,
        "Share of the contacts solved by automation that would otherwise have asked a person",
        "Anteil der automatisch gelösten Kontakte, die sonst einen Menschen gefragt hätten");

    /// <summary>What is left of a unit of revenue after the costs that come with it.</summary>
    public static AssumptionDefinition ContributionMargin { get; } = new(
        "contribution_margin", "share", .5m, .4m, .5m,
        "Share of revenue left after the costs that come with each order",
        "Anteil des Umsatzes, der nach den Kosten jeder Bestellung bleibt");

    /// <summary>Weeks in a month: 52 ÷ 12 unless Finance counts with 4.</summary>
    public static AssumptionDefinition WeeksPerMonth { get; } = new(
        "weeks_per_month", "weeks", 52m / 12, 4m, 52m / 12,
        "Weeks in a month", "Wochen im Monat");

    /// <summary>What an hour of the team costs.</summary>
    public static AssumptionDefinition HourlyCost { get; } = new(
        "hourly_cost", "money per hour", 0m, 0m, 0m,
        "Cost of one hour of the team", "Kosten einer Stunde des Teams");

    /// <summary>What it costs when a person handles one contact.</summary>
    public static AssumptionDefinition CostPerHumanContact { get; } = new(
        "cost_per_human_contact", "money per contact", 0m, 0m, 0m,
        "Cost of one contact handled by a person", "Kosten eines von einem Menschen bearbeiteten Kontakts");

    /// <summary>The containment there was before the programme; only the rise above it is the programme's. 0 = none was given.</summary>
    public static AssumptionDefinition BaselineContainment { get; } = new(
        "baseline_containment", "share", 0m, 0m, 0m,
        "Share of conversations solved without a person before the programme",
        "Anteil der ohne Menschen gelösten Gespräche vor dem Programm");

    /// <summary>Of what is lost at a place that does not work, the share that mending it wins back. Only findings use it; no figure does.</summary>
    public static AssumptionDefinition RecoverableShare { get; } = new(
        "recoverable_share", "share", .2m, .1m, .3m,
        "Share of what is lost at a place that does not work which mending it wins back",
        "Anteil dessen, was an einer schlechten Stelle verloren geht, den eine Verbesserung zurückholt");

    /// <summary>How much larger the scope could be. Only the forecast uses it; unset, it is measured from the conversations automation does not speak in.</summary>
    public static AssumptionDefinition ScopeExtension { get; } = new(
        "scope_extension", "factor", 1m, 1m, 1m,
        "How many times its scope the programme would have if it were extended",
        "Auf das Wievielfache der Umfang bei einer Erweiterung stiege");

    /// <summary>All that figures rest on.</summary>
    public static IReadOnlyList<AssumptionDefinition> All { get; } =
        [WouldHaveContactedHuman, ContributionMargin, WeeksPerMonth, HourlyCost, CostPerHumanContact, BaselineContainment];

    /// <summary>The default as an assumption nobody has set.</summary>
    public Assumption Unset => new(Id, Value, Low, High, Unit, null, null, null, null, 0);
}
