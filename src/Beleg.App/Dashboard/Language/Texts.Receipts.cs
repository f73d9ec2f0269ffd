namespace Beleg.App.Dashboard.Language;

/// <summary>Receipts: what was delivered behind each event.</summary>
internal static partial class Texts
{
    public static readonly Phrase ShowRaw = new("Show what was delivered", "Zeigen, was geliefert wurde");
    public static readonly Phrase RawWarning = new("What was delivered stands beneath each event, decrypted for this page only. It can hold names and texts of people.", "Unter jedem Ereignis steht, was geliefert wurde, nur für diese Seite entschlüsselt. Es kann Namen und Texte von Menschen enthalten.");
    public static readonly Phrase RawWhole = new("as delivered on {0}, {1} bytes", "wie geliefert am {0}, {1} Byte");
    public static readonly Phrase RawItem = new("this item, delivered on {0} with others in {1} bytes", "dieser Eintrag, geliefert am {0} mit anderen in {1} Byte");
}
