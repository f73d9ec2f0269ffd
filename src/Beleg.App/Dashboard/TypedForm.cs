namespace Beleg.App.Dashboard;

/// <summary>
/// What stands in a form: what somebody typed where it could not be taken, so that nobody types it twice, else what the page fills it with.
/// </summary>
/// <param name="Sent">The fields as they were sent; null where the page answers no form, or another one.</param>
public sealed record TypedForm(IFormCollection? Sent)
{
    /// <summary>Whether this is the form that could not be taken: it stands open.</summary>
    public bool IsSent => Sent is not null;

    /// <summary>The text of a field.</summary>
    /// <param name="name">The field.</param>
    /// <param name="otherwise">What the page fills it with.</param>
    public string? Of(string name, string? otherwise) => Sent is null ? otherwise : Sent[name].ToString();

    /// <summary>Whether a box is ticked; one that is not is not sent.</summary>
    public bool Has(string name, bool otherwise) => Sent is null ? otherwise : Sent.ContainsKey(name);
}
