namespace Graph.Annotations;

/// <summary>An end of a fact that waits for the entities: a member of the identity pool, or an event by its number.</summary>
internal readonly record struct EndPoint(bool IsEvent, int Index)
{
    public static EndPoint Member(int member) => new(false, member);

    public static EndPoint Event(int number) => new(true, number);
}

/// <param name="Article">The builder's handle.</param>
internal readonly record struct PendingMention(int Article, int Member, string Label, TextSpan Span, MentionDetails? Details);

/// <summary>What few mentions have.</summary>
/// <param name="Own">Under the names that loading gives.</param>
/// <param name="Given">Under the names of the file.</param>
internal sealed record MentionDetails(
    ImmutableArray<TextSpan> Fragments, ImmutableArray<string> OtherLabels, Properties Own, Properties Given,
    FilePlace Place);

internal sealed record PendingRelation(
    string Type,
    EndPoint Source,
    EndPoint Target,
    int Article,
    ImmutableArray<TextSpan> Fragments,
    FactStatus Status,
    EndPoint? ClaimedBy,
    Properties Properties,
    FilePlace Place)
{
    /// <summary>In place of an article, for what a register says.</summary>
    public const int NoArticle = -1;
}

internal sealed record PendingEvent(
    string Key,
    string Kind,
    int Article,
    ImmutableArray<TextSpan> Fragments,
    ImmutableArray<TextSpan> Repeated,
    FactStatus Status,
    EndPoint? ClaimedBy,
    Properties Properties,
    ImmutableArray<PendingRole> Roles,
    FilePlace Place);

internal sealed record PendingRole(string Role, EndPoint Target, ImmutableArray<TextSpan> Fragments, Properties Properties);
