using Graph.Core;

namespace Graph.News;

/// <summary>The news graph type.</summary>
public static class NewsSchema
{
    public static GraphType GraphType => throw new NotImplementedException();

    /// <summary>The text of <c>grammar/news.gql</c>.</summary>
    public static string Text => throw new NotImplementedException();
}
