using System.Globalization;

namespace Beleg.App.Demo;

/// <summary>An invented customer of the florist.</summary>
internal sealed record FloristPerson(int Number, string Name, string Handle)
{
    private static readonly string[] First =
    [
        "Mara", "Tobias", "Imani", "Luca", "Hana", "Diego", "Priya", "Owen", "Sofia", "Kenji", "Amara", "Felix", "Noor", "Jonah", "Elena", "Mateo", "Ingrid", "Samir", "Clara", "Theo",
        "Yuki", "Rosa", "Anton", "Leila", "Marcus", "Bea", "Hugo", "Zuri", "Nils", "Carmen",
    ];

    private static readonly string[] Last =
    [
        "Lindqvist", "Okonjo", "Brandt", "Moreau", "Tanaka", "Alvarez", "Whitlock", "Nair", "Castellano", "Bergman", "Adeyemi", "Novak", "Haddad", "Pereira", "Fitzroy", "Kowalczyk",
        "Iwata", "Delgado", "Osei", "Marchetti", "Voss", "Rahimi", "Sandoval", "Keller", "Duarte",
    ];

    /// <summary>Instagram's id for the person on this page.</summary>
    public string ScopedId => (17_841_400_100_000_000 + Number * 7_919L).ToString(CultureInfo.InvariantCulture);

    public string Email => $"{Handle.Replace('_', '.')}@mail.example";

    public static FloristPerson Of(int number)
    {
        var first = First[number % First.Length];
        var last = Last[number * 7 % Last.Length];
        return new(number, $"{first} {last}", string.Create(CultureInfo.InvariantCulture, $"{first.ToLowerInvariant()}_{last.ToLowerInvariant()}{number}"));
    }
}
