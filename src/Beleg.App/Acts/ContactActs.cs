using Beleg.Primitives;
using Beleg.Reports.Contacts;
using Beleg.Sources;
using Beleg.Sources.Normalising;
using Beleg.App.Dashboard;

namespace Beleg.App.Acts;

/// <summary>What can be done to the record of a contact. The act names the person by key, so it holds nothing but what was typed.</summary>
internal sealed class ContactActs(ActBook book)
{
    /// <summary>The fields that can be set, by their names on the wire.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["name", "preferred_channel", "interest", "budget", "time_frame", "status", "owner", "next_step"];

    // Salt of the lead that a contact without one becomes.
    private const long ownLead = 41;

    private static readonly string[] ofTheLead = ["status", "owner", "next_step"];

    /// <summary>The kinds of names that can be added.</summary>
    public static IReadOnlyList<IdentifierType> Addable { get; } = [IdentifierType.Email, IdentifierType.Phone, IdentifierType.Handle];

    /// <summary>Sets fields.</summary>
    /// <param name="record">The contact as it stands.</param>
    /// <param name="change">New values by field; an empty one clears it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Counts until it is written.</param>
    /// <exception cref="UserErrorException">A field is none, a value is too long, or nobody can be named.</exception>
    public async Task EditAsync(ContactRecord record, IReadOnlyDictionary<string, string> change, string? reason, CancellationToken cancellationToken)
    {
        if (change.Keys.FirstOrDefault(field => !Fields.Contains(field)) is { } unknown)
            throw new UserErrorException($"'{unknown}' is no field of a contact: there are {string.Join(", ", Fields)}.");
        var who = Names(record);
        var acts = new List<Act>();
        if (change.Where(field => !ofTheLead.Contains(field.Key)).ToList() is { Count: > 0 } own)
            acts.Add(new Act("Contact Seen", [("identifiers", who), ("cleared", Cleared(own)), .. own.Where(IsSet).Select(field => (field.Key, (object?)field.Value.Trim()))]));
        if (change.Where(field => ofTheLead.Contains(field.Key)).ToList() is { Count: > 0 } lead)
            acts.Add(LeadAct(record, who, lead));
        if (acts.Count > 0)
            await book.RecordAsync(acts, reason, cancellationToken);
    }

    /// <summary>Adds a name. One that another contact has is refused: that is a merge, and wants to be said.</summary>
    /// <exception cref="UserErrorException">It cannot be read, or is somebody's.</exception>
    public async Task NameAsync(ContactRecord record, string type, string? channel, string value, string? reason, CancellationToken cancellationToken)
    {
        var kind = Addable.FirstOrDefault(one => Label.Of(one) == type);
        if (kind == default)
            throw new UserErrorException($"type: one of {string.Join(", ", Addable.Select(one => Label.Of(one)))}.");
        var scope = kind == IdentifierType.Handle ? channel ?? Label.Of(record.PreferredChannel) : "";
        if (NameKeys.One(book.Workspace.Hash, kind, scope, value) is not { } name)
            throw new UserErrorException(kind == IdentifierType.Phone ? "A phone number needs its country code: +49 30 1234567." : "That cannot be read as one.");
        if (book.Workspace.Contacts.Find(name.Key) is { } owner && owner.Contact != record.Contact)
            throw new UserErrorException($"Contact {owner.Contact} is known by that already: merge the two if they are one person.");
        await book.RecordAsync([new Act("Contact Seen", ("identifiers", (object[])[.. Names(record), new { type, scope, value = name.Value }]))], reason, cancellationToken);
    }

    /// <summary>Writes down that somebody agreed, or no longer does.</summary>
    /// <exception cref="UserErrorException">Nobody can be named.</exception>
    public Task ConsentAsync(ContactRecord record, bool given, string purpose, string? channel, string? proof, string? reason, CancellationToken cancellationToken) =>
        book.RecordAsync(
            [new Act(given ? "Consent Given" : "Consent Withdrawn", ("identifiers", Names(record)), ("purpose", purpose.Length == 0 ? "marketing" : purpose), ("channel", Blank(channel)), ("proof", Blank(proof)))],
            reason, cancellationToken);

    /// <summary>Says that two contacts are one person.</summary>
    /// <exception cref="UserErrorException">They are one already, or one of them has no name of its own.</exception>
    public Task MergeAsync(ContactRecord one, ContactRecord other, string? reason, CancellationToken cancellationToken) => one.Contact == other.Contact
        ? throw new UserErrorException("That is the same contact.")
        : book.RecordAsync([new Act("Contacts Merged", ("a", NameOf(one).Key), ("b", NameOf(other).Key))], reason, cancellationToken);

    /// <summary>Says that two names are not one person, whatever joined them.</summary>
    /// <exception cref="UserErrorException">Nothing joins these two.</exception>
    public Task UndoAsync(ContactRecord record, Key a, Key b, string? reason, CancellationToken cancellationToken) =>
        record.Joins.Any(join => join.Joined && ((join.A == a && join.B == b) || (join.A == b && join.B == a)))
            ? book.RecordAsync([new Act("Merge Undone", ("a", a), ("b", b))], reason, cancellationToken)
            : throw new UserErrorException("Nothing joins these two names.");

    private static Act LeadAct(ContactRecord record, object[] who, List<KeyValuePair<string, string>> lead)
    {
        var status = lead.Find(field => field.Key == "status").Value is { Length: > 0 } asked ? asked : Label.Of(record.LeadStatus ?? LeadStatus.New);
        // A lead the chat captured is the one meant; where there is none, the contact itself becomes one.
        return new Act(
            "Lead Status Changed",
            [("identifiers", who), ("lead_id", record.Lead ?? record.Contact.With(ownLead)), ("status", status), ("cleared", Cleared(lead.Where(field => field.Key != "status"))),
             .. lead.Where(field => field.Key != "status" && IsSet(field)).Select(field => (field.Key, (object?)field.Value.Trim()))]);
    }

    private static string[]? Cleared(IEnumerable<KeyValuePair<string, string>> fields) =>
        fields.Where(field => !IsSet(field)).Select(field => field.Key).ToArray() is { Length: > 0 } cleared ? cleared : null;

    private static bool IsSet(KeyValuePair<string, string> field) => !string.IsNullOrWhiteSpace(field.Value);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private object[] Names(ContactRecord record) => [NameByKey.Of(book.Workspace.Hash, NameOf(record).Type, NameOf(record).Key)];

    private static ContactName NameOf(ContactRecord record) => record.Names.FirstOrDefault(name => !name.Shared)
        ?? throw new UserErrorException("Nobody is known here by a name of their own, so nothing can be written down about them.");
}
