using Beleg.Primitives;

namespace Beleg.Sources;

/// <summary>A survey sent or answered.</summary>
public sealed record SurveyPayload : Payload
{
    /// <summary>The survey as sent to this contact.</summary>
    public Key Survey { get; init; }

    /// <summary>What it asks.</summary>
    public SurveyType Type { get; init; }

    /// <summary>Lowest score.</summary>
    public int ScaleMin { get; init; }

    /// <summary>Highest score.</summary>
    public int ScaleMax { get; init; }

    /// <summary>The answer; null when only sent.</summary>
    public int? Score { get; init; }

    /// <summary>Whose work was rated: bot or human.</summary>
    public Actor Rated { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Key(Survey);
        w.Byte((byte)Type);
        w.Int(ScaleMin);
        w.Int(ScaleMax);
        w.MaybeInt(Score);
        w.Byte((byte)Rated);
    }

    internal static SurveyPayload Read(ref EventReader r) => new()
    {
        Survey = r.Key(),
        Type = (SurveyType)r.Byte(),
        ScaleMin = (int)r.Int(),
        ScaleMax = (int)r.Int(),
        Score = (int?)r.MaybeInt(),
        Rated = (Actor)r.Byte(),
    };
}
