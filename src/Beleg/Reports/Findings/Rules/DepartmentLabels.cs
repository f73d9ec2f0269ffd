using Beleg.Metrics;
using Beleg.Reports.Copy;

namespace Beleg.Reports.Findings.Rules;

/// <summary>Buttons that name the company's departments instead of what people want.</summary>
internal sealed class DepartmentLabels : CopyRule
{
    public override string Id => "department_labels";

    public override Words Title => new("Labels name departments", "Knöpfe nennen Abteilungen");

    public override Words LooksFor => new(
        "Buttons that name a department (\"Sales\", \"Kundendienst\") instead of an outcome, at messages that lose more people than others do.",
        "Knöpfe, die eine Abteilung nennen („Sales“, „Kundendienst“) statt eines Ergebnisses, an Nachrichten, die mehr Menschen verlieren als andere.");

    protected override bool Is(CopySample sample) => sample.Traits.Departments.Count > 0;

    protected override Words Says(CopySample sample, ReportedLoss loss) => ReportLanguage.Say(l => l.Pick(
        $"The buttons at {sample.Place.Name} name departments ({string.Join(", ", sample.Traits.Departments)}); {loss.Says(l)}.",
        $"Die Knöpfe an {sample.Place.Name} nennen Abteilungen ({string.Join(", ", sample.Traits.Departments)}); {loss.Says(l)}."));

    protected override Words Advice => new("Name what people come for: \"Where is my parcel\", \"Change my order\".", "Nennen, wofür Menschen kommen: „Wo ist mein Paket“, „Bestellung ändern“.");

    protected override Words Hypothesis => new("If the buttons name outcomes, more people press one.", "Nennen die Knöpfe Ergebnisse, so drücken mehr Menschen einen.");
}
