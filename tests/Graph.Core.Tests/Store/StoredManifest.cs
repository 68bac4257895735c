using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using Graph.Core;

namespace Graph.Core.Tests.Store;

/// <summary>Changes to a stored graph at places that its manifest names, such as <c>edges/0/outgoing/offsets</c>.</summary>
internal static class StoredManifest
{
    /// <summary>
    /// Puts a value, as JSON, in the place of another or removes it for null, and seals the manifest as if it had been written so.
    /// </summary>
    public static void Change(string graph, string place, string? json)
    {
        var root = Read(graph);
        var (parent, key) = (Find(root, place[..Math.Max(0, place.LastIndexOf('/'))]), place[(place.LastIndexOf('/') + 1)..]);
        if (json is null)
            parent.AsObject().Remove(key);
        else if (parent is JsonArray list)
            list[int.Parse(key)] = JsonNode.Parse(json);
        else
            parent[key] = JsonNode.Parse(json);
        root.AsObject().Remove("checksum");
        File.WriteAllBytes(Path.Combine(graph, GraphFile.ManifestName), Manifest.Seal(Encoding.UTF8.GetBytes(root.ToJsonString())));
    }

    /// <summary>Changes a number of a buffer in its segment, which keeps its length.</summary>
    public static void SetNumber(string graph, string buffer, int index, int value)
    {
        var root = Read(graph);
        var place = Find(root, buffer);
        var path = Path.Combine(graph, root["segments"]![place[0]!.GetValue<int>()]!["name"]!.GetValue<string>());
        var bytes = File.ReadAllBytes(path);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place[1]!.GetValue<int>() + (index * sizeof(int))), value);
        File.WriteAllBytes(path, bytes);
    }

    private static JsonNode Read(string graph) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(graph, GraphFile.ManifestName)))!;

    private static JsonNode Find(JsonNode root, string place) => place.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(root, (node, key) => node is JsonArray list ? list[int.Parse(key)]! : node[key]!);
}
