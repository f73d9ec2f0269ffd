namespace Beleg.Reports.Copy;

/// <summary>Where automation says something: the messages of one place share their words but for names and numbers.</summary>
/// <param name="Flow">Flow.</param>
/// <param name="Version">Its version.</param>
/// <param name="Step">Step.</param>
/// <param name="Template">Template.</param>
/// <param name="Campaign">Campaign.</param>
public sealed record CopyPlace(string? Flow, string? Version, string? Step, string? Template, string? Campaign)
{
    /// <summary>One name for it: <c>bouquet/3/opener</c>.</summary>
    public string Name => string.Join('/', new[] { Campaign ?? Flow ?? Template ?? "", Campaign is null ? Version : null, Step ?? (Campaign is not null || Flow is not null ? Template : null) }.OfType<string>());
}
