namespace Beleg.Metrics.Rows;

/// <summary>What a column of rows holds.</summary>
public enum RowColumnKind
{
    /// <summary>Any text.</summary>
    Text,
    /// <summary>A moment, ISO 8601 in UTC.</summary>
    Moment,
    /// <summary>Minor units of the workspace's currency.</summary>
    Money,
    /// <summary>Milliseconds.</summary>
    Duration,
    /// <summary>A whole number.</summary>
    Number,
    /// <summary>true or false.</summary>
    Flag,
    /// <summary>Key of a contact: leads to its page.</summary>
    Contact,
    /// <summary>An order's id: leads to its receipt, with the shop in the column before.</summary>
    Order,
    /// <summary>Key of something that has no page of its own.</summary>
    Key,
    /// <summary>A value of the dimension of the same name.</summary>
    Label,
}
