using Beleg.Model;
using Beleg.Reports;
using Beleg.Reports.Receipts;
using NodaTime;

namespace Beleg.Tests.Reports;

public sealed class ReceiptTextTests
{
    private static readonly DateTimeZone Berlin = ReceiptCase.Settings.Zone;

    [Fact]
    public void ATerminalShowsTouchesCentsAndTheCheck()
    {
        var receipt = new ReceiptCase().Touch(1, Duration.FromDays(3)).Touch(2, Duration.FromHours(4)).Refund(9, 2_500, Duration.FromDays(1)).Read()!;

        var text = ReceiptText.Render(receipt, ReportLanguage.English, Berlin);

        text.ShouldContain("captured $100.00 − refunded $25.00 = net $75.00");
        text.ShouldContain("2 Sep 2026 16:12 · 3\u00a0d before · conversation · instagram · bouquet · comment_to_dm");
        text.ShouldContain("$37.50 50%");
        text.Split('\n').Count(line => line.TrimEnd().EndsWith('✓')).ShouldBe(7);
    }

    [Fact]
    public void GermanReadsGerman()
    {
        var text = ReceiptText.Render(new ReceiptCase { Evidence = Evidence.A }.Touch(1, Duration.FromDays(3)).Read()!, ReportLanguage.German, Berlin);

        text.ShouldContain("eingezogen 100,00\u00a0$ − erstattet 0,00\u00a0$ = netto 100,00\u00a0$");
        text.ShouldContain("A: Die Bestellung wurde im Chat bezahlt.");
    }

    [Fact]
    public void AHostileNameCannotControlTheTerminal()
    {
        var receipt = new ReceiptCase { OrderId = "1\u001b[31m\u202e\r\n2" }.Touch(1, Duration.FromDays(3), flow: "\u001b]0;owned\u0007").Read()!;

        var text = ReceiptText.Render(receipt, ReportLanguage.English, Berlin);

        text.ShouldNotContain('\u001b');
        text.ShouldNotContain('\u202e');
        text.ShouldContain("Order 1[31m2 ·");
    }

    [Fact]
    public void AWrongSumShouts() =>
        ReceiptText.Render(new ReceiptCase().Touch(1, Duration.FromDays(3)).Read(spoil: true)!, ReportLanguage.English, Berlin).ShouldContain("WRONG");
}
