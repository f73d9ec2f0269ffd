namespace Beleg.App.Demo;

/// <summary>Invented words of invented people.</summary>
internal static class DemoTexts
{
    public const string NotUnderstood = "Sorry, I did not get that. Shall I fetch a colleague?";

    public static readonly string[] WhereIsMyOrder =
    [
        "Where is my order?", "Hi, my parcel should have been here yesterday", "any news on my delivery", "Tracking has not moved since Monday",
        "When will it arrive?", "hello, order still not here", "The tracking page says out for delivery, is that right?", "Can you tell me where my package is",
    ];

    public static readonly string[] OnItsWay =
    [
        "Your parcel left our warehouse and arrives tomorrow between 9 and 12.", "Good news: it is out for delivery today.",
        "It is at the local depot and arrives within two days.", "It was handed to your neighbour at number 14 this morning.",
    ];

    public static readonly string[] AgentOnParcel =
    [
        "Hi, this is Dana. I have asked the carrier and will write as soon as I know more.", "I am sorry about that. A new parcel leaves today.",
        "I have changed the address, you will get a new link in a minute.", "The refund is on its way, it takes three days.",
    ];

    public const string AsYouWish = "Done as you wish. You find it in your account, and you can change it back at any time.";

    public static readonly string[] WantToLeave =
    [
        "How do I cancel?", "please cancel our plan", "we do not need it any more, cancel", "I want to end my subscription", "It is too expensive for us, how can I leave?",
    ];

    public static readonly string[] BeforeYouGo =
    [
        "I can end it for you. Many teams pause for three months instead, or take the smaller plan: shall I show you?", "That is quickly done. Before: what is missing? We can pause it, make it smaller or end it.",
    ];

    public static readonly string[] ThinksAgain = ["pausing sounds good", "the smaller plan then", "no, please end it", "ok let me think about it", "just cancel"];

    public static readonly string[] AboutPrices =
    [
        "Does the team plan include the API?", "what happens after the trial", "Can I switch plans later?", "Is there a discount for non-profits?",
        "How many seats are in the starter plan?", "Do you bill yearly?",
    ];

    public static readonly string[] PriceAnswers =
    [
        "Yes, every plan includes it. Shall I start your 14-day trial?", "Nothing is charged: after 14 days you choose, or it ends.",
        "At any time, in both directions. The trial shows you both.", "Three seats, and you can add more one by one.",
    ];
}
