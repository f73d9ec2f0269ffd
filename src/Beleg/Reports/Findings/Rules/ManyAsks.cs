using Beleg.Metrics;
using Beleg.Reports.Copy;

namespace Beleg.Reports.Findings.Rules;

/// <summary>A message that asks more than one thing.</summary>
internal sealed class ManyAsks : CopyRule
{
    public override string Id => "many_asks";

    public override Words Title => new("More than one ask", "Mehr als eine Frage");

    public override Words LooksFor => new("Messages that ask two or more things at once, and lose more people than others do.", "Nachrichten, die zwei oder mehr Dinge auf einmal fragen und mehr Menschen verlieren als andere.");

    protected override bool Is(CopySample sample) => sample.Traits.Asks > 1;

    protected override Words Says(CopySample sample, ReportedLoss loss) => ReportLanguage.Say(l => l.Pick(
        $"The message at {sample.Place.Name} asks {l.Count(sample.Traits.Asks)} things at once; {loss.Says(l)}.",
        $"Die Nachricht an {sample.Place.Name} fragt {l.Count(sample.Traits.Asks)} Dinge auf einmal; {loss.Says(l)}."));

    protected override Words Advice => new("Ask the one thing that decides what comes next; ask the others later.", "Nur das eine fragen, das über das Weitere entscheidet; das Übrige später.");

    protected override Words Hypothesis => new("If the message asks one thing, more people answer.", "Fragt die Nachricht nur eines, so antworten mehr.");
}
