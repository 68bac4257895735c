using System.Text.Json;
using Graph.Testing;

namespace Graph.Annotations.Tests;

/// <summary>Counts of the shared corpora that were made by other programs than this one.</summary>
internal sealed record ExpectedCounts(
    int? Documents,
    int Mentions,
    int Relations,
    int Events,
    int SurfaceMismatches,
    int Malformed,
    IReadOnlyDictionary<string, int> MentionsByType,
    IReadOnlyDictionary<string, int> RelationsByType,
    IReadOnlyDictionary<string, int> EventsByType)
{
    public static ExpectedCounts Read(string corpus)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("corpora/expected.json")));
        var entry = document.RootElement.GetProperty("corpora").GetProperty(corpus);
        var documents = entry.GetProperty("documents");
        return new ExpectedCounts(
            documents.ValueKind == JsonValueKind.Null ? null : documents.GetInt32(),
            Get(entry, "mentions"),
            Get(entry, "relations"),
            Get(entry, "events"),
            Get(entry, "surface_mismatch"),
            Get(entry, "malformed_lines"),
            GetByType(entry, "mentions_by_type"),
            GetByType(entry, "relations_by_type"),
            GetByType(entry, "events_by_type"));
    }

    private static int Get(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : 0;

    private static Dictionary<string, int> GetByType(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var types) ? types.EnumerateObject().ToDictionary(type => type.Name, type => type.Value.GetInt32())
            : [];
}
