using System.Text.Json;

namespace Graph.Annotations;

/// <summary>What names an article where none of the usual fields does; where one does, these say something else.</summary>
internal static class JsonIds
{
    private static readonly string[] Usual = ["id", "_id", "doc_id", "docid", "doc_key", "document_id"];
    private static readonly string[] Others =
    [
        "documentId", "docId", "text_id", "textId", "article_id", "articleId", "articleID", "news_id", "tweet_id", "pmid",
    ];

    // A number; a text there is that of the article.
    private const string Document = "document";

    public static string? Find(JsonElement record) => record.TextOf(Usual) ?? (FindOther(record) is { } name ? record.Text(name) : null);

    /// <summary>The field that has it; null where there is none, or a usual one.</summary>
    public static string? FindOther(JsonElement record) =>
        !record.IsObject() || record.TextOf(Usual) is not null ? null
        : Array.Find(Others, name => record.Text(name) is { Length: > 0 })
            ?? (record.Get(Document).ValueKind == JsonValueKind.Number ? Document : null);

    public static bool IsOther(string name) => Others.Contains(name);
}
