namespace Graph.Core;

/// <summary>The names that the store itself knows; every other name is only data.</summary>
public static class StoreNames
{
    /// <summary>The relation from an article to an entity that it names; its edges are the mentions.</summary>
    public const string MentionType = "MENTIONS";

    public const string Key = "key";

    public const string Name = "name";

    public const string Aliases = "aliases";
}
