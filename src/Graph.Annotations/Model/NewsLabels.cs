namespace Graph.Annotations;

/// <summary>The labels and relation types that loading itself gives.</summary>
internal static class NewsLabels
{
    public const string Article = "Article";
    public const string Entity = "Entity";
    public const string Event = "Event";
    public const string Mentions = "MENTIONS";
}
