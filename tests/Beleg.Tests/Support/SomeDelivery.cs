using System.Text;
using Beleg.Journal;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Support;

/// <summary>Deliveries to arrange tests with.</summary>
internal static class SomeDelivery
{
    public const string Workspace = "florist";

    public static readonly Instant Arrival = Instant.FromUtc(2026, 9, 14, 8, 30, 0);

    public static NewDelivery Saying(string body, string workspace = Workspace, string source = "whatsapp") =>
        new(workspace, source, Arrival, new Dictionary<string, string>(), Encoding.UTF8.GetBytes(body));

    public static string Text(this Delivery delivery) => Encoding.UTF8.GetString(delivery.Body.Span);
}
