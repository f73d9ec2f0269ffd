using Beleg.Journal;
using NodaTime;

namespace Beleg.App.Demo;

/// <summary>
/// The customers of the florist's own list: who they are and what they bought of themselves from August 2025 to March 2026. Nobody of them
/// is known on Instagram, so none of the months that the worked example is about knows them by a chat.
/// </summary>
internal sealed class FloristList
{
    /// <summary>People on the list.</summary>
    public const int Count = 600;

    // Above every number that Instagram's conversations use.
    private const int FirstNumber = 3_000;

    // Days within which trials count what is bought: nothing is added there by chance.
    private static readonly (LocalDate From, LocalDate To)[] kept = [(new(2025, 11, 2), new(2026, 1, 1)), (new(2026, 2, 9), new(2026, 2, 28))];

    private static readonly LocalDate first = new(2025, 8, 1);
    private static readonly LocalDate last = new(2026, 3, 29);

    private readonly Chance chance;
    private readonly FloristShop shop;

    public FloristList(Chance chance, FloristShop shop) => (this.chance, this.shop) = (chance, shop);

    /// <summary>A customer by place on the list.</summary>
    public static FloristPerson Person(int place) => FloristPerson.Of(FirstNumber + place);

    /// <summary>How a program of the florist names a customer: what the assignment of experiments is asked by.</summary>
    public static string Key(int place) => Person(place).Email;

    /// <summary>A number for WhatsApp, from the block that is kept for stories.</summary>
    public static string Phone(int place) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"+1415555{place + 1000:0000}");

    /// <summary>Who among the list buys over the counter of the shop in a later month: some often, most seldom.</summary>
    public static FloristPerson Regular(int month, int index) => Person((month * 37 + index * index * 7 + index * 13) % (index % 3 == 0 ? 60 : 300));

    /// <summary>First purchases and what followed them: some come back every few weeks, most never.</summary>
    public void WriteOrders()
    {
        for (var place = 0; place < Count; place++)
        {
            var email = Person(place).Email;
            var day = first.PlusDays(chance.Below(85));
            var gap = place < 60 ? 28 : place < 300 ? 120 : 400;
            do
            {
                if (!kept.Any(days => day >= days.From && day < days.To))
                    shop.WriteAt(30 + chance.Below(12) * 3, email, Shopping(day));
            }
            while ((day = day.PlusDays(4 + chance.Below(2 * gap))) < last && !chance.Of1000(120));
        }
    }

    /// <summary>Hands over what the shop sent.</summary>
    public IReadOnlyList<NewDelivery> Take() => shop.Take();

    private Instant Shopping(LocalDate day) => (day + new LocalTime(9 + chance.Below(11), chance.Below(60))).InZoneLeniently(FloristStory.Zone).ToInstant();
}
