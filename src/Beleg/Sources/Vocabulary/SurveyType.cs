namespace Beleg.Sources;

/// <summary>What a survey asks.</summary>
public enum SurveyType : byte
{
    /// <summary>Satisfaction.</summary>
    Csat = 0,
    /// <summary>Recommendation, 0 to 10.</summary>
    Nps = 1,
    /// <summary>Thumb up or down.</summary>
    Thumb = 2,
}
