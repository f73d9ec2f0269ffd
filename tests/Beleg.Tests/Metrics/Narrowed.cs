using System.Collections;
using Beleg.Model;
using Beleg.Sources;
using Beleg.Warehouse.Facts;

namespace Beleg.Tests.Metrics;

/// <summary>Facts of which only the rows with one value of a dimension are left; rows that do not know the dimension stay.</summary>
internal static class Narrowed
{
    private static readonly Dictionary<string, string> Properties = new()
    {
        ["channel"] = nameof(ConversationFact.Channel),
        ["flow"] = nameof(ConversationFact.FlowId),
        ["entry_point"] = nameof(ConversationFact.EntryPoint),
        ["campaign"] = nameof(ConversationFact.CampaignId),
    };

    /// <summary>The rows whose value is spelled so in an answer; null is none.</summary>
    public static FactBatch To(FactBatch batch, string dimension, string? value)
    {
        var narrow = new FactBatch();
        foreach (var list in typeof(FactBatch).GetProperties().Where(p => p.PropertyType.IsGenericType && p.GetValue(batch) is IList))
        {
            var column = list.PropertyType.GetGenericArguments()[0].GetProperty(Properties[dimension]);
            foreach (var row in (IList)list.GetValue(batch)!)
            {
                if (column is null || Spelled(column.GetValue(row)) == value)
                    ((IList)list.GetValue(narrow)!).Add(row);
            }
        }

        return narrow;
    }

    private static string? Spelled(object? value) => value switch
    {
        Channel channel => channel.ToString().ToLowerInvariant(),
        Enum label => SnakeCase.Of(label.ToString()),
        _ => (string?)value,
    };
}
