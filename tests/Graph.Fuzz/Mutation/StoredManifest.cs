using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Graph.Core;

namespace Graph.Fuzz.Mutation;

/// <summary>The manifest among the files of a stored graph: changed value by value, and sealed as if it had been written so.</summary>
internal sealed class StoredManifest(Random random)
{
    public const string Name = GraphFile.ManifestName;

    private static readonly long[] Numbers = [0, 1, -1, 2, 3, 8, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue,
        long.MaxValue - 8, long.MinValue];

    /// <summary>Changes one value and seals what came of it.</summary>
    public void Edit(Dictionary<string, byte[]> files) => Change(files, Edit);

    /// <summary>Gives each segment the length and the checksum of the file that is there now.</summary>
    public void Seal(Dictionary<string, byte[]> files) => Change(files, root => Seal(root, files));

    private void Edit(JsonObject root)
    {
        var places = new List<(JsonNode Parent, object Key)>();
        Collect(root, places);
        var (parent, key) = places[random.Next(places.Count)];
        Change(parent, key, places);
    }

    private static void Seal(JsonObject root, Dictionary<string, byte[]> files)
    {
        if (root["segments"] is not JsonArray segments)
            return;
        foreach (var segment in segments.OfType<JsonObject>())
        {
            if (segment["name"] is not JsonValue value
                || !value.TryGetValue<string>(out var name)
                || !files.TryGetValue(name, out var bytes))
                continue;
            segment["length"] = bytes.Length;
            segment["checksum"] = Convert.ToHexStringLower(XxHash128.Hash(bytes));
        }
    }

    /// <summary>What damage before has made no JSON stays as it is.</summary>
    private static void Change(Dictionary<string, byte[]> files, Action<JsonObject> change)
    {
        try
        {
            if (!files.TryGetValue(Name, out var bytes) || JsonNode.Parse(bytes) is not JsonObject root)
                return;
            change(root);
            root.Remove("checksum");
            files[Name] = Manifest.Seal(Encoding.UTF8.GetBytes(root.ToJsonString()));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return;
        }
    }

    private static void Collect(JsonNode node, List<(JsonNode Parent, object Key)> places)
    {
        IEnumerable<(object Key, JsonNode? Value)> children = node switch
        {
            JsonObject map => map.Select(pair => ((object)pair.Key, pair.Value)),
            JsonArray list => list.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (key, value) in children.ToList())
        {
            places.Add((node, key));
            if (value is not null)
                Collect(value, places);
        }
    }

    private void Change(JsonNode parent, object key, List<(JsonNode Parent, object Key)> places)
    {
        var value = Get(parent, key);
        if (random.Next(8) == 0)
            Remove(parent, key);
        else if (random.Next(8) == 0)
            Set(parent, key, null);
        else if (random.Next(4) == 0 && places[random.Next(places.Count)] is var other)
            Set(parent, key, Get(other.Parent, other.Key)?.DeepClone());
        else
            Set(parent, key, Other(value));
    }

    private JsonNode? Other(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Number when value.AsValue().TryGetValue<long>(out var number) => random.Next(3) switch
        {
            0 => number + 1,
            1 => number - 1,
            _ => Numbers[random.Next(Numbers.Length)],
        },
        JsonValueKind.True or JsonValueKind.False => !value.GetValue<bool>(),
        JsonValueKind.String when value.GetValue<string>() is var text => random.Next(2) == 0 ? $"{text}x" : "",
        JsonValueKind.Array when value.AsArray() is { Count: > 0 } list =>
            new JsonArray([.. list.Skip(1).Select(item => item?.DeepClone())]),
        _ => random.Next(2) == 0 ? new JsonObject() : new JsonArray(),
    };

    private static JsonNode? Get(JsonNode parent, object key) => key is string name ? parent[name] : parent[(int)key];

    private static void Set(JsonNode parent, object key, JsonNode? value)
    {
        if (key is string name)
            parent[name] = value;
        else
            parent[(int)key] = value;
    }

    private static void Remove(JsonNode parent, object key)
    {
        if (key is string name)
            parent.AsObject().Remove(name);
        else
            parent.AsArray().RemoveAt((int)key);
    }
}
