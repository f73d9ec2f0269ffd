using System.Security.Cryptography;
using System.Text;

namespace Beleg.EndToEnd.Support;

/// <summary>Webhooks as a provider signs them.</summary>
internal static class Webhook
{
    public const string Secret = "a-secret-of-the-test";
    public const string PhoneNumberId = "106540352242922";

    /// <summary>A WhatsApp delivery with one text message, for an account.</summary>
    public static string Text(string text = "hello", string id = "wamid.1", string account = PhoneNumberId, string from = "4915112345678", string name = "Ada") => $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
        "metadata":{"display_phone_number":"4930123456","phone_number_id":"{{{account}}}"},
        "contacts":[{"profile":{"name":{{{System.Text.Json.JsonSerializer.Serialize(name)}}}},"wa_id":"{{{from}}}"}],
        "messages":[{"from":"{{{from}}}","id":"{{{id}}}","timestamp":"1788249600","type":"text","text":{"body":{{{System.Text.Json.JsonSerializer.Serialize(text)}}}}}]}}]}]}
        """;

    /// <summary>A request signed with a secret.</summary>
    public static HttpRequestMessage Signed(string path, string body, string secret = Secret)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes)));
        return request;
    }

    /// <summary>A workspace with a WhatsApp source.</summary>
    public static async Task AddWhatsAppAsync(this RunningBeleg beleg, string workspace)
    {
        (await beleg.RunAsync("workspace", "create", workspace)).Ok();
        (await beleg.Data.RunAsync(["source", "add", workspace, "whatsapp", "--account", PhoneNumberId], Secret + "\nverify-me\n")).Ok();
    }
}
