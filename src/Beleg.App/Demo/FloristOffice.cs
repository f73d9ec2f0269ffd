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
        Books.Assume(office, spring, "scope_extension", "1.25", "1.00", "1.50", "factor", "the shop's own number on WhatsApp: one in five asks by phone");
        Books.Assume(office, spring, "hourly_cost", "24.00", "22.00", "26.00", "USD", "payroll 2026");
        var (august, autumn) = (new LocalDate(2026, 8, 31), new LocalDate(2026, 11, 30));
        Books.Expect(office, "bundle-first", new("Offering the bundle earlier doubles what a chat earns", "Das Bündel früher anzubieten verdoppelt, was ein Chat einbringt"), "revenue_per_chat", "3.10", "6.20", august, autumn, "June");
        Books.Expect(office, "shorter-opener", new("A shorter opener keeps more people in the chat", "Ein kürzerer Einstieg hält mehr Menschen im Chat"), "opener_dropoff", "0.40", "0.15", august, autumn, "June");
        Books.Expect(office, "human-door", new("A visible way to a person halves hand-offs, because fewer need one", "Ein sichtbarer Weg zu einem Menschen halbiert die Übergaben, weil weniger einen brauchen"), "handoff_rate", "0.12", "0.06", august, autumn, "June");
        Books.Agree(office, august, "revenue_per_chat", "June", "6.00");
        Books.Agree(office, august, "opener_dropoff", "June", "0.20");
    }

    /// <summary>June knows that the customer of the shop's list and the one on Instagram are one person.</summary>
    public static void Merge(CallWriter office, FloristPerson person, string email, Instant at) =>
        office.Track("Contacts Merged", at).With("a", ("scoped_id", FloristChat.Account, person.ScopedId)).With("b", ("email", "", email)).With("reason", "she told us in the shop").End();
}
