using Beleg.Primitives;

namespace Beleg.Sources;

/// <summary>A provider: who may deliver, and what a delivery means. One file per provider; both halves are pure.</summary>
public interface ISource
{
    /// <summary>Stable name, as in <see cref="SourceSettings.Provider"/>.</summary>
    string Provider { get; }

    /// <summary>Decides on the raw bytes whether the sender is who it says it is, in constant time. Runs before anything is kept.</summary>
    Admission Admit(IncomingRequest request, SourceSettings settings);

    /// <summary>Answers a verification handshake (GET); null where the request is none or its token is wrong.</summary>
    string? AnswerHandshake(IReadOnlyDictionary<string, string> query, SourceSettings settings) => null;

    /// <summary>Turns a kept delivery into events. Never throws on data: what it cannot read it refuses with a reason.</summary>
    void Translate(Delivery delivery, TranslationContext context, Translation into);
}

/// <summary>What a translator may know besides the delivery.</summary>
/// <param name="Source">The source's settings.</param>
/// <param name="Hash">Makes keys.</param>
/// <param name="WithPersonal">Whether <see cref="Event.Personal"/> and the values of identifiers are wanted; a rebuild needs neither.</param>
public sealed record TranslationContext(SourceSettings Source, KeyedHash Hash, bool WithPersonal = true);

/// <summary>An HTTP request at the edge, before it is kept.</summary>
/// <param name="Headers">Header values by lower-case name.</param>
/// <param name="Body">Exact bytes.</param>
public readonly record struct IncomingRequest(Func<string, string?> Headers, ReadOnlyMemory<byte> Body);

/// <summary>The answer of <see cref="ISource.Admit"/>.</summary>
/// <param name="Verdict">Whether it is let in.</param>
/// <param name="Reason">Why not; one sentence for the sources page, never part of the body.</param>
/// <param name="Keep">The headers a translator will need.</param>
public readonly record struct Admission(Verdict Verdict, string? Reason, IReadOnlyDictionary<string, string> Keep)
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    /// <summary>Let in.</summary>
    public static Admission Accepted(IReadOnlyDictionary<string, string>? keep = null) => new(Verdict.Accepted, null, keep ?? Nothing);

    /// <summary>The signature is missing or wrong: 401.</summary>
    public static Admission BadSignature(string reason) => new(Verdict.BadSignature, reason, Nothing);

    /// <summary>The source does not own this account: 403.</summary>
    public static Admission ForeignAccount(string reason) => new(Verdict.ForeignAccount, reason, Nothing);
}

/// <summary>Whether a delivery is let in.</summary>
public enum Verdict
{
    /// <summary>Let in and kept.</summary>
    Accepted,
    /// <summary>401; counted, body not kept.</summary>
    BadSignature,
    /// <summary>403; counted, body not kept.</summary>
    ForeignAccount,
}
