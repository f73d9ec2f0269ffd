using System.Text.Json;
using Beleg.Sources;
using NodaTime.Text;

namespace Beleg.Tests.Sources.Files;

/// <summary>A translator that takes every item as it is, and refuses those whose e-mail is <c>bad</c>.</summary>
internal sealed class ListeningSource : ISource
{
    public string Provider => "import";

    public Admission Admit(IncomingRequest request, SourceSettings settings) => Admission.Accepted();

    public void Translate(Delivery delivery, TranslationContext context, Translation into)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var position = 0;
        foreach (var item in document.RootElement.GetProperty("batch").EnumerateArray())
        {
            var at = position++;
            if (item.GetProperty("properties").TryGetProperty("email", out var email) && email.GetString() == "bad")
            {
                into.Refuse(at, RefusalReason.BadIdentifier, "'email' is no address.");
                continue;
            }

            into.Add(at, new Event
            {
                Kind = EventKind.ContactSeen,
                Id = context.Hash.Of("event", context.Source.Name, item.GetProperty("messageId").GetString()!),
                OccurredAt = InstantPattern.ExtendedIso.Parse(item.GetProperty("timestamp").GetString()!).Value,
                Source = context.Source.Name,
                Trust = Trust.Server,
                Name = item.GetProperty("event").GetString(),
            });
        }
    }
}
