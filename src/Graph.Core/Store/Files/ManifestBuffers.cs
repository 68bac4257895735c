using System.Diagnostics;
using System.Text.Json;

namespace Graph.Core;

/// <summary>Buffers in the manifest are <c>[segment, offset, length]</c> in bytes; a vector also names the width of its values.</summary>
internal sealed class ManifestBuffers(ImmutableArray<SegmentFile> segments)
{
    public ReadOnlyMemory<T> Read<T>(JsonElement parent, string name)
        where T : unmanaged => Read<T>(parent.GetProperty(name));

    public IntegerVector ReadVector(JsonElement parent, string name)
    {
        var element = parent.GetProperty(name);
        var place = element.GetProperty("at");
        return element.ReadName<IntegerWidth>("width") switch
        {
            IntegerWidth.Byte => new IntegerVector<byte>(Read<byte>(place)),
            IntegerWidth.UInt16 => new IntegerVector<ushort>(Read<ushort>(place)),
            IntegerWidth.Int16 => new IntegerVector<short>(Read<short>(place)),
            IntegerWidth.Int32 => new IntegerVector<int>(Read<int>(place)),
            IntegerWidth.Int64 => new IntegerVector<long>(Read<long>(place)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The strings between <c>offsets</c> and <c>blob</c>.</summary>
    public StringDictionary ReadStrings(JsonElement parent, bool isSorted) =>
        new(Read<int>(parent, "offsets"), Read<byte>(parent, "blob"), isSorted);

    public SpanLists ReadSpans(JsonElement parent, string name)
    {
        var element = parent.GetProperty(name);
        return new SpanLists(Read<int>(element, "offsets"), ReadVector(element, "starts"), ReadVector(element, "lengths"));
    }

    private ReadOnlyMemory<T> Read<T>(JsonElement place)
        where T : unmanaged
    {
        var location = new BufferLocation(place[0].GetInt32(), place[1].GetInt64(), place[2].GetInt32());
        return segments[location.Segment].GetMemory<T>(location);
    }
}

/// <summary>Names of a closed list.</summary>
internal static class ManifestNames
{
    /// <exception cref="FormatException">The property is none of the names, though it may be the number of one.</exception>
    public static T ReadName<T>(this JsonElement parent, string property)
        where T : struct, Enum
    {
        var text = parent.GetProperty(property).GetString();
        return Enum.TryParse<T>(text, out var value) && value.ToString() == text
            ? value
            : throw new FormatException($"No {typeof(T).Name} is called '{text}'.");
    }
}

/// <summary>The writing side of <see cref="ManifestBuffers"/>.</summary>
internal static class ManifestBufferWriting
{
    public static void WriteBuffer(this Utf8JsonWriter json, string name, BufferLocation location)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(location.Segment);
        json.WriteNumberValue(location.Offset);
        json.WriteNumberValue(location.Length);
        json.WriteEndArray();
    }

    public static void WriteVector(this Utf8JsonWriter json, string name, IntegerVector vector, BufferLocation location)
    {
        json.WriteStartObject(name);
        json.WriteString("width", vector.Width.ToString());
        json.WriteBuffer("at", location);
        json.WriteEndObject();
    }

    /// <summary>A column made by <see cref="ArrowArrays.CreateSpans"/>.</summary>
    public static void WriteSpans(this Utf8JsonWriter json, string name, SpanLists spans, ArrayLocations locations)
    {
        json.WriteStartObject(name);
        json.WriteBuffer("offsets", locations.Offsets);
        json.WriteVector("starts", spans.Starts, locations.Items["start"].Values);
        json.WriteVector("lengths", spans.Lengths, locations.Items["length"].Values);
        json.WriteEndObject();
    }
}
