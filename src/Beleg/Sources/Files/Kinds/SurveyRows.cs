namespace Beleg.Sources.Files;

/// <summary>Answers to surveys.</summary>
internal static class SurveyRows
{
    public static ImportKind Kind { get; } = new("surveys", "Answers to surveys: satisfaction, recommendation, thumbs.",
    [
        Columns.Time("answered_at", "When it was answered.").Needed().Or("at", "time", "timestamp", "date", "created_at", "submitted_at", "datum"),
        Columns.Choice("type", "What it asks.", "csat", new() { ["csat"] = ["satisfaction"], ["nps"] = ["net_promoter_score"], ["thumb"] = ["thumbs"] }).Needed().Or("survey", "survey_type", "kind"),
        Columns.Whole("score", "The answer: 1 to 5, 0 to 10, or 0 and 1 for a thumb.", "5").Needed().Or("rating", "answer", "value", "note"),
        Columns.Whole("scale_min", "Lowest score; 1, 0 and 0 where absent.", "1"),
        Columns.Whole("scale_max", "Highest score; 5, 10 and 1 where absent.", "5"),
        Columns.Text("survey_id", "The survey as sent to this person; rows without one are told apart by their content.", "q-1").Or("id", "response_id"),
        Columns.Choice("rated", "Whose work was rated.", "bot", new() { ["bot"] = ["automation"], ["human"] = ["agent"] }),
        Columns.Channel, Columns.AccountId, Columns.ConversationId, Columns.FlowId,
        .. Columns.Person,
    ], Compose)
    { Id = ["survey_id"], NeedsPerson = true, PersonMayBeConversation = true };

    private static void Compose(ImportRecord record, ItemWriter into)
    {
        var (low, high) = record["type"] switch { "nps" => ("0", "10"), "thumb" => ("0", "1"), _ => ("1", "5") };
        into.Begin(record, "Survey Answered", record["answered_at"]!)
            .Put("survey_id", record["survey_id"] ?? record.Id)
            .Put("scale_min", record["scale_min"] ?? low, ColumnType.Whole)
            .Put("scale_max", record["scale_max"] ?? high, ColumnType.Whole)
            .PutOthers(record, "answered_at", "survey_id", "scale_min", "scale_max")
            .End();
    }
}
