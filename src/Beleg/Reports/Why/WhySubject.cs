namespace Beleg.Reports.Why;

/// <summary>What a why note explains: the headline, or one of the four tiles.</summary>
public enum WhySubject
{
    /// <summary>Net value.</summary>
    Headline,
    /// <summary>Who came.</summary>
    Acquisition,
    /// <summary>Who took part.</summary>
    Engagement,
    /// <summary>Who bought.</summary>
    Conversion,
    /// <summary>Who was helped.</summary>
    Operations,
}
