using Beleg.Journal;
using Beleg.Sources;
using NodaTime;

namespace Beleg.App.Demo;

/// <summary>
/// A florist sells by direct messages on Instagram. In September the first message becomes one question, an offer that nobody took goes,
/// the bundle moves forward, and consultations are reminded of: of 200 conversations each, August earns 620.00 (3.10 per chat) and September
/// 1,280.00 (6.40), counted linearly. No order of these two months is less sure than evidence C, and none leaves its month,
/// so that every way of asking gives the same; the other months have all there is.
/// </summary>
internal static class FloristStory
{
    public const string Workspace = "florist";

    /// <summary>Days in a month within which what is told ends in the month.</summary>
    private const int FirstDays = 26;

    /// <summary>Each month somebody chats twice before buying for 40 dollars: 20 to each conversation.</summary>
    private const int SharedOrder = 40;

    /// <summary>Where the florist is.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];

    public static DemoStory Story { get; } = new(Workspace, "Petal & Stem", OpeningHours.Of("USD", "America/Los_Angeles", "08:00-22:00") with { LinkDomains = [FloristShop.Name], UpsellFlows = "refill" },
    [
        new SourceSettings { Name = "instagram", Provider = "segment", Shop = FloristShop.Name, DefaultActor = Actor.Flow },
        new SourceSettings { Name = "list", Provider = "segment", Shop = FloristShop.Name, DefaultActor = Actor.Flow },
        new SourceSettings { Name = "shop", Provider = "shopify", AccountIds = [ShopWriter.Domain], Shop = FloristShop.Name },
        new SourceSettings { Name = "operator", Provider = "operator", Trust = Trust.Operator },
    ], Lots)
    {
        Links = [(FloristLinks.Card, FloristLinks.ClicksOnCard), (FloristLinks.Bio, FloristLinks.ClicksOnBio)],
    };

    /// <summary>The months, in order.</summary>
    public static IReadOnlyList<FloristMonth> Months { get; } =
    [
        Before(4, 150, 61, [45, 38, 52, 34, 42, 38, 48, 42, 34, 38]),
        Before(5, 190, 74, [45, 38, 52, 34, 42, 38, 48, 42, 52, 38, 45, 38, 42]),
        Before(6, 160, 66, [38, 52, 34, 42, 38, 48, 42, 34, 38, 45, 38]),
        Before(7, 180, 73, [45, 38, 52, 34, 42, 38, 48, 42, 34, 38, 45, 52]),
        Before(8, 200, 80, [38, 42, 34, 52, 45, 38, 42, 34, 48, 52, 45, 38]) with { Refunded = (72, 40), WithoutClick = [], TagOnly = [38], Leads = (30, 22), Appointments = (30, 9) },
        After(9, 200, 44, [64, 64, 42, 64, 38, 64, 52, 64, 45, 64, 48, 64, 64, 34, 64, 42, 64, 55, 64, 52, 64]) with { Refunded = (64, 64), TagOnly = [64, 38] },
        After(10, 26, 6, [64, 42]) with { Days = 4, WithoutClick = [64], LeaveLater = [4], Handoffs = 2, OtherOrders = 6, Leads = (9, 8), Appointments = (0, 0) },
    ];

    private static FloristMonth Before(int month, int conversations, int leaveAtOpener, IReadOnlyList<int> orders) => new()
    {
        Month = month,
        Conversations = conversations,
        LeaveAtOpener = leaveAtOpener,
        LeaveLater = [42, 14],
        Handoffs = 24,
        Flow = FloristFlow.Old,
        FirstAnswer = (45, 150),
        HumanAnswer = (15, 70),
        Orders = orders,
        WithoutClick = [42],
        OtherOrders = 34,
        Leads = (16, 11),
        Appointments = (8, 2),
    };

    private static FloristMonth After(int month, int conversations, int leaveAtOpener, IReadOnlyList<int> orders) => new()
    {
        Month = month,
        Conversations = conversations,
        LeaveAtOpener = leaveAtOpener,
        LeaveLater = [32],
        Handoffs = 14,
        Flow = FloristFlow.New,
        FirstAnswer = (6, 48),
        HumanAnswer = (4, 20),
        Orders = orders,
        OtherOrders = 37,
        Leads = (70, 60),
        Appointments = (32, 4),
        Reminds = true,
    };

    private static IEnumerable<IReadOnlyList<NewDelivery>> Lots()
    {
        using var office = new CallWriter(Workspace, "operator");
        FloristOffice.Write(office);
        yield return office.Take();
        yield return Winter();

        var chance = new Chance(0xF10215);
        using var chat = new CallWriter(Workspace, "instagram", 60);
        var (chats, orders) = (new FloristChat(chat, chance), new FloristShop(office, chance));
        var people = 0;
        foreach (var month in Months)
        {
            var talks = Plan(month, chance, ref people);
            foreach (var talk in talks)
            {
                chats.Write(talk);
                if (talk.Order is not null)
                    orders.Write(talk);
            }

            if (month.Month == 7)
                Merge(talks, orders, office);
            Others(month, orders, chance);
            yield return [.. chat.Take(), .. orders.Take(), .. office.Take()];
        }
    }

    // The winter before has a chance of its own: whatever is told of it leaves the months of the worked example as they are.
    private static IReadOnlyList<NewDelivery> Winter()
    {
        using var list = new CallWriter(Workspace, "list");
        using var office = new CallWriter(Workspace, "operator", numberFrom: "winter");
        var shop = new FloristShop(office, new Chance(0x517E5), 1_000);
        var customers = new FloristList(new Chance(0x0F1015), shop);
        customers.WriteOrders();
        new FloristTrials(list, office, shop, new Chance(0x7217A1)).Write();
        return [.. office.Take(), .. list.Take(), .. customers.Take()];
    }

    // A customer of the shop's list who is also somebody on Instagram: known to be one only since June said so.
    private static void Merge(List<FloristTalk> talks, FloristShop shop, CallWriter office)
    {
        var talk = talks.First(t => t is { Clicks: true, Order: null, IsLead: false, Appointment.Booked: false } && DayOf(t) > 9);
        var email = "list." + talk.Person.Email;
        shop.WriteAt(56, email, talk.At + Duration.FromHours(26));
        FloristOffice.Merge(office, talk.Person, email, talk.At + Duration.FromDays(12));
    }

    // Somebody who chats, clicks and leaves an address, comes back a week later, and then buys.
    private static void Return(List<FloristTalk> talks)
    {
        var first = talks.First(IsFree);
        (first.Clicks, first.IsLead, first.Agrees) = (true, true, true);
        var again = talks.FindIndex(t => IsFree(t) && DayOf(t) is > 14 and <= FirstDays);
        talks[again] = talks[again] with { Person = first.Person, Clicks = true, Order = new FloristOrder(SharedOrder, 'C') };
    }

    private static bool IsFree(FloristTalk talk) => talk is { ReachesGoal: true, Order: null, Appointment.Booked: false, IsLead: false };

    private static List<FloristTalk> Plan(FloristMonth month, Chance chance, ref int people)
    {
        var ends = Ends(month, chance);
        var handoffs = month.Handoffs;
        var talks = new List<FloristTalk>(month.Conversations);
        for (var i = 0; i < month.Conversations; i++)
        {
            talks.Add(new FloristTalk
            {
                Person = FloristPerson.Of(people),
                Number = people++,
                Month = month,
                At = DayPlan.At(2026, month.Month, month.Days, i, month.Conversations, Zone, chance),
                LeftAt = ends[i],
                AsksForPerson = ends[i] == 1 && handoffs-- > 0,
            });
        }

        Deal(month, talks, chance);
        if (month.Days == 0)
            Return(talks);
        return talks;
    }

    // Where each conversation ends, in an order by chance, so that the sums are exact and nothing else is.
    private static int[] Ends(FloristMonth month, Chance chance)
    {
        var ends = new int[month.Conversations];
        var order = chance.Shuffled(ends.Length);
        Array.Fill(ends, month.Flow.Steps.Count);
        var next = 0;
        for (var step = 0; step <= month.LeaveLater.Count; step++)
        {
            for (var left = step == 0 ? month.LeaveAtOpener : month.LeaveLater[step - 1]; left > 0; left--)
                ends[order[next++]] = step;
        }

        return ends;
    }

    // Leads, clicks, orders and consultations fall to those who reached the goal early enough in the month.
    private static void Deal(FloristMonth month, List<FloristTalk> talks, Chance chance)
    {
        var goal = talks.Where(t => t.ReachesGoal).ToList();
        var early = goal.Where(t => month.Days > 0 || DayOf(t) <= FirstDays).ToList();
        var hands = new Queue<FloristTalk>(chance.Shuffled(early.Count).Select(i => early[i]));
        var orders = month.Orders.Select((dollars, i) => new FloristOrder(dollars, (i % 6) switch { 0 => 'A', 2 or 4 => 'B', _ => 'C' })).ToList();
        if (month.Refunded.Kept > 0)
            orders.Add(new FloristOrder(month.Refunded.Kept + month.Refunded.Refunded, 'C', month.Refunded.Refunded));
        orders.AddRange(month.WithoutClick.Select(dollars => new FloristOrder(dollars, 'D')));
        foreach (var order in orders)
        {
            var talk = hands.Dequeue();
            talk.Order = order;
            talk.Clicks = order.Proof is 'B' or 'C';
            talk.IsLead = talk.Agrees = order.Proof is not 'B';
        }

        for (var i = 0; i < month.Appointments.Due; i++)
            hands.Dequeue().Appointment = (true, i < month.Appointments.Missed);
        var known = goal.Count(t => t.IsLead);
        foreach (var talk in goal.Where(t => t.Order is null))
        {
            talk.Clicks = chance.Of1000(420);
            talk.IsLead = known < month.Leads.All;
            talk.Agrees = known++ < month.Leads.Agreed;
        }
    }

    private static void Others(FloristMonth month, FloristShop shop, Chance chance)
    {
        var days = month.Days > 0 ? month.Days : FirstDays;
        Instant Any(int index, int count) => DayPlan.At(2026, month.Month, days, index, count, Zone, chance);
        for (var i = 0; i < month.TagOnly.Count; i++)
            shop.WriteTagged(month.TagOnly[i], Any(i, month.TagOnly.Count));
        for (var i = 0; i < month.OtherOrders; i++)
        {
            var at = Any(i, month.OtherOrders);
            shop.WriteOther(at, i, month.Month);
            if (i % 2 == 0)
                shop.WriteLeft(at + Duration.FromMinutes(35), i, month.Month);
        }

        if (month.Days == 0)
            shop.CloseMonth(month.Month);
    }

    private static int DayOf(FloristTalk talk) => talk.At.InZone(Zone).Day;
}
