using NodaTime;

namespace Beleg.App.Demo;

/// <summary>What the florist's office writes down: costs, what was agreed with the bookkeeper, and one person who was two.</summary>
internal static class FloristOffice
{
    public static void Write(CallWriter office)
    {
        var spring = new LocalDate(2026, 4, 1);
        Books.Cost(office, "flow-setup", "setup", "once", spring, 600_00);
        Books.Cost(office, "chat-tool", "platform", "monthly", spring, 49_00);
        Books.Cost(office, "agency", "service", "monthly", spring, 180_00);
        Books.Assume(office, spring, "contribution_margin", "0.52", "0.48", "0.55", "share", "bookkeeping 2025: revenue less flowers, wrapping and delivery");
        Books.Assume(office, spring, "hourly_cost", "24.00", "22.00", "26.00", "USD", "payroll 2026");
    }

    /// <summary>June knows that the customer of the shop's list and the one on Instagram are one person.</summary>
    public static void Merge(CallWriter office, FloristPerson person, string email, Instant at) =>
        office.Track("Contacts Merged", at).With("a", ("scoped_id", FloristChat.Account, person.ScopedId)).With("b", ("email", "", email)).With("reason", "she told us in the shop").End();
}
