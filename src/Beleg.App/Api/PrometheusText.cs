using System.Globalization;
using System.Text;

namespace Beleg.App.Api;

/// <summary>Writes figures in the Prometheus text format, version 0.0.4.</summary>
internal sealed class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder text = new();
    private string? lastName;

    /// <summary>Adds a sample; samples of one name follow each other.</summary>
    /// <param name="name">With unit, and _total where it only rises.</param>
    /// <param name="type">counter or gauge.</param>
    /// <param name="help">What it is.</param>
    /// <param name="value">Value.</param>
    /// <param name="labels">Name and value.</param>
    public PrometheusText Add(string name, string type, string help, double value, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        if (name != lastName)
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        lastName = name;
        text.Append(name);
        for (var at = 0; at < labels.Length; at++)
            text.Append(at == 0 ? '{' : ',').Append(labels[at].Name).Append("=\"").Append(Escape(labels[at].Value)).Append('"').Append(at == labels.Length - 1 ? "}" : "");
        text.Append(CultureInfo.InvariantCulture, $" {value}\n");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
