namespace Beleg.Reports.Contacts;

/// <summary>Why two contacts may be one person. None of these joins them by itself.</summary>
public enum MergeReason
{
    /// <summary>A browser named an e-mail address that the other is known by; nobody checked that it is theirs.</summary>
    UnverifiedEmail,

    /// <summary>The same with a phone number.</summary>
    UnverifiedPhone,

    /// <summary>Both came with one handle, and each with another number or address.</summary>
    SharedHandle,

    /// <summary>The same handle on another channel.</summary>
    SameHandleElsewhere,

    /// <summary>Both used one browser.</summary>
    SharedBrowser,
}
