using Beleg.Reports.Charts;
using NodaTime;

namespace Beleg.App.Dashboard.Parts;

/// <summary>A why note as a tile shows it: a person's words where there are some, else the draft.</summary>
public sealed record WhyModel
{
    /// <summary>What it explains, as in addresses.</summary>
    public required string Code { get; init; }

    /// <summary>The figure's name.</summary>
    public required string Subject { get; init; }

    /// <summary>Where its form leads; null where it is only read, by whoever has a shared link: then nobody is named.</summary>
    public required string? Action { get; init; }

    /// <summary>What is shown.</summary>
    public required string Text { get; init; }

    /// <summary>The draft from the numbers as they are now.</summary>
    public required string Draft { get; init; }

    /// <summary>Whether there is no draft, for want of cases or of a period to compare with.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>Whether the figures it would explain are not there at all: then nothing is drafted, and only what a person wrote is shown.</summary>
    public bool HasNothing { get; init; }

    /// <summary>Who wrote what is shown; null for the draft.</summary>
    public string? Author { get; init; }

    /// <summary>When.</summary>
    public Instant? At { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>How the change adds up; null where refused or nothing moved.</summary>
    public Chart? Parts { get; init; }

    /// <summary>How the change by steps adds up; null where the note names none.</summary>
    public Chart? Steps { get; init; }

    /// <summary>Where all parts by every dimension stand; null where nowhere, or for whoever has a shared link.</summary>
    public string? All { get; init; }

    /// <summary>The same of the steps.</summary>
    public string? AllSteps { get; init; }

    /// <summary>What rounding leaves over; null where nothing.</summary>
    public string? Residual { get; init; }

    /// <summary>Every version, the newest first.</summary>
    public required IReadOnlyList<WhyVersion> History { get; init; }
}

/// <summary>One version of a note.</summary>
public sealed record WhyVersion(long Id, string Author, Instant At, string? Text, string Draft, Instant? ErasedAt);
