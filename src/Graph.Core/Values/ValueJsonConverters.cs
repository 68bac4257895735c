using System.Text.Json;
using System.Text.Json.Serialization;

namespace Graph.Core;

/// <summary>Writes values of one type and reads none: what is in a graph comes from its store.</summary>
public abstract class WritingJsonConverter<T> : JsonConverter<T>
{
    /// <exception cref="NotSupportedException">Always.</exception>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"A {typeof(T).Name} is written to JSON and not read from it, as it is part of a graph.");
}

/// <summary>A value without its store: nodes and relations are their numbers.</summary>
public sealed class ValueJsonConverter : WritingJsonConverter<Value>
{
    public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options) =>
        ValueJsonWriter.Write(writer, value, writeElement: null);
}

/// <summary>A map as an object; nodes and relations in it are their numbers.</summary>
public sealed class MapJsonConverter : WritingJsonConverter<MapValue>
{
    public override void Write(Utf8JsonWriter writer, MapValue value, JsonSerializerOptions options) =>
        ValueJsonWriter.WriteEntries(writer, value, writeElement: null);
}

/// <summary>A date as its text, both ways, also as the key of a dictionary.</summary>
public sealed class PartialDateJsonConverter : JsonConverter<PartialDate>
{
    /// <exception cref="JsonException">The text is no date.</exception>
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()!) : throw new JsonException("A date is a text.");

    /// <exception cref="JsonException">The name is no date.</exception>
    public override PartialDate ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Text);

    private static PartialDate Parse(string text) => PartialDate.TryParse(text, out var date, out string? reason)
        ? date
        : throw new JsonException($"'{text}' is no date: {reason}.");
}
