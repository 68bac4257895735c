namespace Graph.Annotations;

/// <summary>
/// Who claims an event, where the article tells of a report about it: an event such as <c>Report</c> whose reporter is somebody and one of
/// whose arguments is another event.
/// </summary>
internal static class Attribution
{
    private static readonly string[] ReportTypes = ["report", "reporting", "statement", "say", "claim", "announce", "announcement"];
    private static readonly string[] ReporterRoles = ["reporter", "speaker", "claimant", "source", "agent"];

    /// <summary>The claimant of each event of the article; null for what the article itself says.</summary>
    public static Argument?[] Find(AnnotatedArticle article)
    {
        var result = new Argument?[article.Events.Length];
        foreach (var report in article.Events.Where(candidate => ReportTypes.Contains(candidate.Type.ToLowerInvariant())))
        {
            var reporter = report.Participants.FirstOrDefault(IsReporter)?.Argument;
            if (reporter is null)
                continue;

            foreach (var participant in report.Participants)
            {
                if (participant.Argument is EventArgument { Index: var index })
                    result[index] ??= reporter;
            }
        }

        return result;
    }

    private static bool IsReporter(Participant participant)
    {
        var role = participant.Role.ToLowerInvariant();
        return participant.Argument is not EventArgument && ReporterRoles.Any(known => role.StartsWith(known, StringComparison.Ordinal));
    }
}
