namespace Beleg.Reports.Switching;

/// <summary>How revenue is attributed, as far as a switch can change it.</summary>
/// <param name="Model">The model of figures where nobody chooses another.</param>
/// <param name="LookBackDays">Days of touches without a window of their own.</param>
/// <param name="LookBackWindows">Windows of channels and kinds, such as <c>campaign_read=3, whatsapp.click=14</c>; a hyphen for none.</param>
/// <param name="HalfLifeDays">Half-life under time decay.</param>
public sealed record SwitchSide(string Model, int LookBackDays, string LookBackWindows, int HalfLifeDays);
