using System.Text;
using Beleg.Sources;

namespace Beleg.Warehouse.Facts;

/// <summary>Names as SQL and JSON write them.</summary>
internal static class SnakeCase
{
    /// <summary><c>AutomatedResponseMs</c> becomes <c>automated_response_ms</c>.</summary>
    internal static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    /// <summary>The labels of an enumeration, by number; those of channels are single words (docs/events.schema.json).</summary>
    /// <exception cref="InvalidOperationException">Its numbers do not run from 0 without a gap, so a label has no place.</exception>
    internal static string[] Labels(Type type)
    {
        var names = Enum.GetNames(type);
        var numbers = Enum.GetValues(type).Cast<object>().Select(value => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));
        if (!numbers.SequenceEqual(Enumerable.Range(0, names.Length)))
            throw new InvalidOperationException($"The numbers of {type.Name} have a gap.");
        return Array.ConvertAll(names, name => type == typeof(Channel) ? name.ToLowerInvariant() : Of(name));
    }
}
