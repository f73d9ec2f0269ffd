using Beleg.App.Demo;
using Beleg.Journal;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Benchmarks.Generator;

/// <summary>Makes realistic traffic of any size: WhatsApp webhooks and statuses, a Segment client's batches, a shop's order webhooks, in the order of time.</summary>
internal sealed class Traffic : IDisposable
{
    private const int LotSize = 512;

    private readonly TrafficPlan plan;
    private readonly Chance chance;
    private readonly WhatsAppWebhooks whatsApp;
    private readonly ShopWebhooks shop;
    private readonly CallWriter chat;
    private readonly Talk talk;

    private Traffic(TrafficPlan plan)
    {
        this.plan = plan;
        chance = new Chance(plan.Seed);
        whatsApp = new WhatsAppWebhooks(plan.Workspace);
        shop = new ShopWebhooks(plan.Workspace);
        chat = new CallWriter(plan.Workspace, "chat", 200);
        talk = new Talk(chance, whatsApp, shop, chat);
    }

    /// <summary>The sources the deliveries come from.</summary>
    public static IReadOnlyList<SourceSettings> Sources { get; } =
    [
        new() { Name = "whatsapp", Provider = "whatsapp", AccountIds = [WhatsAppWebhooks.PhoneNumberId], DefaultActor = Actor.Bot, Shop = ShopWebhooks.Domain },
        new() { Name = "shop", Provider = "shopify", AccountIds = [ShopWebhooks.Domain], Shop = ShopWebhooks.Domain },
        new() { Name = "chat", Provider = "segment", Shop = ShopWebhooks.Domain, DefaultActor = Actor.Bot },
    ];

    /// <summary>All deliveries in lots, lazily.</summary>
    public static IEnumerable<IReadOnlyList<NewDelivery>> Lots(TrafficPlan plan)
    {
        using var traffic = new Traffic(plan);
        foreach (var lot in traffic.Lots())
            yield return lot;
    }

    public void Dispose() => chat.Dispose();

    /// <summary>Writes it all into a journal.</summary>
    /// <returns>Messages and deliveries written.</returns>
    public static async Task<(long Messages, long Deliveries)> AppendAsync(IJournal journal, TrafficPlan plan, Action<long>? progress, CancellationToken cancellationToken)
    {
        using var traffic = new Traffic(plan);
        var deliveries = 0L;
        foreach (var lot in traffic.Lots())
        {
            var kept = await journal.AppendManyAsync(lot, cancellationToken);
            if (!kept.IsKept)
                throw new IOException(kept.Reason);
            deliveries += lot.Count;
            progress?.Invoke(traffic.talk.Messages);
        }

        return (traffic.talk.Messages, deliveries);
    }

    private IEnumerable<IReadOnlyList<NewDelivery>> Lots()
    {
        var from = plan.From.AtMidnight().InUtc().ToInstant();
        var span = plan.From.PlusMonths(plan.Months).AtMidnight().InUtc().ToInstant() - from;
        var lot = new List<NewDelivery>(LotSize + 64);
        for (var i = 0L; talk.Messages < plan.Messages; i++)
        {
            var at = from + Duration.FromTicks(span.TotalTicks * Math.Min(1, (double)i / plan.Conversations)) + chance.Seconds(0, 600);
            talk.Write(plan.FirstConversation + i, Contact(), at, chance.Of1000(plan.WhatsAppOf1000));
            whatsApp.MoveTo(lot);
            shop.MoveTo(lot);
            chat.MoveTo(lot);
            if (lot.Count < LotSize)
                continue;
            yield return lot;
            lot = new List<NewDelivery>(LotSize + 64);
        }

        lot.AddRange(chat.Take());
        if (lot.Count > 0)
            yield return lot;
    }

    // Some people come often, most once or twice: the square of an even chance leans to the small numbers.
    private int Contact()
    {
        var drawn = (double)chance.Below(plan.Contacts) / plan.Contacts;
        return (int)(drawn * drawn * plan.Contacts);
    }
}
