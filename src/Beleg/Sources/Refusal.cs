namespace Beleg.Sources;

/// <summary>Something that was delivered and kept but not counted, and why. A value, not an exception: it is shown and translated again after a fix.</summary>
/// <param name="Item">Position within the delivery, from 0; -1 for the delivery as a whole.</param>
/// <param name="Reason">A stable code.</param>
/// <param name="Detail">One sentence that says what to do; never a person's data.</param>
public sealed record Refusal(int Item, RefusalReason Reason, string Detail);

/// <summary>Why something was refused. Names are released as snake_case codes; never rename one.</summary>
public enum RefusalReason
{
    /// <summary>The body is not JSON.</summary>
    NotJson,
    /// <summary>JSON, but of no shape the source knows.</summary>
    UnknownShape,
    /// <summary>A field is missing or of the wrong type.</summary>
    MalformedItem,
    /// <summary>Before 2005 or more than 48 h ahead.</summary>
    TimeOutOfRange,
    /// <summary>Negative, over 10^12 minor units, or too many decimals.</summary>
    AmountOutOfRange,
    /// <summary>Not an ISO 4217 code.</summary>
    UnknownCurrency,
    /// <summary>An id the event needs is missing.</summary>
    MissingId,
    /// <summary>An identifier that cannot be normalised.</summary>
    BadIdentifier,
    /// <summary>Sent with a browser key, which may not say this.</summary>
    NotTrusted,
    /// <summary>The item speaks for an account that the source does not own.</summary>
    ForeignAccount,
    /// <summary>The source does not translate this kind of notice; it is kept.</summary>
    NotTranslated,
}
