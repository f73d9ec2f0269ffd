namespace Beleg.App.Demo;

/// <summary>A version of the florist's flow: its steps in order and what each says.</summary>
/// <param name="Version">Version.</param>
/// <param name="Steps">Id and words of each step; the last one carries the link and ends the flow.</param>
internal sealed record FloristFlow(string Version, IReadOnlyList<(string Id, string Words)> Steps)
{
    /// <summary>Until August: a long first message, and an offer for the next order that nobody wants.</summary>
    public static FloristFlow Old { get; } = new("3",
    [
        ("opener", "Welcome to Petal & Stem! We are a family business, and every bouquet is bound by hand from flowers of the region. Before we begin, tell us: what is the occasion, for whom is it, and which colours do you have in mind?"),
        ("next-order-offer", "Did you know? Sign up today and get 10 % off your NEXT order (not this one). Interested?"),
        ("style", "Round or wild?"),
        ("link", "Here are three bouquets that fit: petal.example/r/{0}"),
    ]);

    /// <summary>From September: one question, and the bundle second.</summary>
    public static FloristFlow New { get; } = new("4",
    [
        ("opener", "Hi! Because Friday bouquets go by Thursday noon: a birthday, a thank-you, or just because?"),
        ("bundle", "Most people take the bundle: bouquet, vase and a hand-written card for $64, delivered tomorrow. Bundle or bouquet only?"),
        ("link", "Lovely. Choose your colours here: petal.example/r/{0}"),
    ]);
}
