namespace Beleg.Sources;

/// <summary>What kind of name an <see cref="Identifier"/> is.</summary>
public enum IdentifierType : byte
{
    /// <summary>A customer's id in a shop or product; strong.</summary>
    CustomerId = 1,
    /// <summary>E-mail; strong.</summary>
    Email = 2,
    /// <summary>Phone in E.164; strong.</summary>
    Phone = 3,
    /// <summary>WhatsApp business-scoped user id; strong within its portfolio.</summary>
    WhatsAppUserId = 4,
    /// <summary>Page-scoped or app-scoped id of Messenger, Instagram or Telegram; strong within its page.</summary>
    ScopedId = 5,
    /// <summary>Handle, lower case without @.</summary>
    Handle = 6,
    /// <summary>A browser's anonymous id; weak.</summary>
    AnonymousId = 7,
    /// <summary>A CRM's contact id; strong.</summary>
    CrmId = 8,
}
