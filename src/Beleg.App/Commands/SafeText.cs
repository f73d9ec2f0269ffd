namespace Beleg.App.Commands;

/// <summary>Text from outside on a terminal: no control character of it may move the cursor or change colours.</summary>
internal static class SafeText
{
    public static string OneLine(string? text) =>
        text is null ? "" : string.Concat(text.Select(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format ? '·' : letter));
}
