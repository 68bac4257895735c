namespace Graph.Annotations;

/// <summary>Which endings of names say what is in a file.</summary>
internal static class FileKinds
{
    public static readonly ImmutableArray<string> Json = [".json", ".jsonl", ".ndjson", ".jsonlines", ".jsonld", ".jl"];

    /// <summary>Formats of their own in which lines may happen to look tagged.</summary>
    public static readonly ImmutableArray<string> NotTagged =
    [
        ".md", ".xml", .. Json, ".csv", ".yaml", ".yml", ".ann", ".html", ".htm", ".ttl", ".naf", ".xmi", ".cypher", ".gql", ".py", ".gz",
        ".zip", ".graph",
    ];
}
