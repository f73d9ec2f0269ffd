using Beleg.Metrics;
using Beleg.Reports.Copy;

namespace Beleg.Reports.Findings.Rules;

/// <summary>A message longer than a phone shows at a glance, at which people leave.</summary>
internal sealed class LongMessage : CopyRule
{
    /// <summary>What one text message holds, and about what a phone's preview and first glance show.</summary>
    private const int Longest = 160;

    public override string Id => "long_message";

    public override Words Title => new("Too long before the drop", "Zu lang vor dem Absprung");

    public override Words LooksFor => new(
        "Messages of more than 160 characters at which 20% or more are lost, and more than at shorter ones.",
        "Nachrichten mit mehr als 160 Zeichen, bei denen 20\u00a0% oder mehr verloren gehen, und mehr als bei kürzeren.");

    protected override decimal LeastLoss => .2m;

    protected override bool Is(CopySample sample) => sample.Traits.Length > Longest;

    protected override Words Says(CopySample sample, ReportedLoss loss) => ReportLanguage.Say(l => l.Pick(
        $"The message at {sample.Place.Name} has {l.Count(sample.Traits.Length)} characters; {loss.Says(l)}.",
        $"Die Nachricht an {sample.Place.Name} hat {l.Count(sample.Traits.Length)} Zeichen; {loss.Says(l)}."));

    protected override Words Advice => new("Say it in two lines; what is left over can follow the answer.", "In zwei Zeilen sagen; der Rest kann nach der Antwort kommen.");

    protected override Words Hypothesis => new("If the message has at most 160 characters, more people go on.", "Hat die Nachricht höchstens 160 Zeichen, so gehen mehr weiter.");
}
