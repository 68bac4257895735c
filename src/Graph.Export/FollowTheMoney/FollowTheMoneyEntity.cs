using System.Text.Json;

namespace Graph.Export;

/// <summary>One line: an id, a schema, and lists of texts by property.</summary>
internal sealed class FollowTheMoneyEntity(string id, string schema)
{
    private readonly List<(string Property, List<string> Texts)> properties = [];

    public string Schema => schema;

    /// <summary>An empty text says nothing, and one that is there already says it once.</summary>
    public void Add(string property, string text)
    {
        if (text.Length == 0)
            return;

        var index = properties.FindIndex(known => known.Property == property);
        if (index < 0)
            properties.Add((property, [text]));
        else if (!properties[index].Texts.Contains(text))
            properties[index].Texts.Add(text);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("schema", schema);
        json.WriteStartObject("properties");
        foreach (var (property, texts) in properties)
        {
            json.WriteStrings(property, texts);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
