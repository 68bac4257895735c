using System.Text.Json;

namespace Graph.Export;

/// <summary>What JSON formats say of an element alike.</summary>
internal static class JsonElements
{
    public static void WriteLabels(Utf8JsonWriter json, GraphStore store, int node)
    {
        json.WriteStrings("labels", Captions.ListLabels(store, node));
    }

    public static void WriteAttributes(Utf8JsonWriter json, int id, ImmutableArray<ElementAttribute> attributes, LossLedger losses)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Get(id) is not { IsNull: false } value)
                continue;

            json.WritePropertyName(attribute.Name);
            JsonValues.Write(json, value, losses);
        }

        JsonValues.FlushIfFull(json);
    }
}
