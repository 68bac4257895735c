using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// JSON-LD to triples: nodes alone, in lists, in <c>@graph</c> and in each other, names by the prefixes and terms of contexts in the file.
/// Contexts elsewhere are not fetched; their terms stay as they are written.
/// </summary>
internal sealed class JsonLdReader
{
    private const string RdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private readonly List<RdfTriple> triples = [];
    private readonly Dictionary<string, string> terms = new(StringComparer.Ordinal);

    // Terms whose values are names of nodes though they are written as strings.
    private readonly HashSet<string> references = new(StringComparer.Ordinal);
    private int blank;

    public static IReadOnlyList<RdfTriple> Read(JsonElement root)
    {
        var reader = new JsonLdReader();
        reader.ReadNodes(root);
        return reader.triples;
    }

    private void ReadNodes(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                ReadNodes(item);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            ReadNode(value);
        }
    }

    /// <returns>What the node is called.</returns>
    private string ReadNode(JsonElement node)
    {
        if (node.TryGetProperty("@context", out var context))
            ReadContext(context);
        var name = node.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String
            ? Expand(id.GetString()!)
            : $"_:b{blank++}";
        foreach (var property in node.EnumerateObject())
        {
            switch (property.Name)
            {
                case "@context" or "@id" or "@base":
                    break;
                case "@graph" or "@included":
                    ReadNodes(property.Value);
                    break;
                case "@type":
                    foreach (var type in ListValues(property.Value, isReference: true))
                        triples.Add(new RdfTriple(name, RdfType, type));
                    break;
                default:
                    foreach (var value in ListValues(property.Value, references.Contains(property.Name)))
                        triples.Add(new RdfTriple(name, Expand(property.Name), value));
                    break;
            }
        }

        return name;
    }

    private IEnumerable<string> ListValues(JsonElement value, bool isReference) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => ListValues(item, isReference)),
        JsonValueKind.Object when value.TryGetProperty("@value", out var literal) => [literal.ToString()],
        JsonValueKind.Object when value.TryGetProperty("@list", out var list) => ListValues(list, isReference),
        JsonValueKind.Object => [ReadNode(value)],
        JsonValueKind.String => [isReference ? Expand(value.GetString()!) : value.GetString()!],
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [value.ToString()],
    };

    private void ReadContext(JsonElement context)
    {
        if (context.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in context.EnumerateArray())
                ReadContext(part);
        }

        if (context.ValueKind != JsonValueKind.Object)
            return;
        foreach (var term in context.EnumerateObject())
        {
            if (term.Value.ValueKind == JsonValueKind.String)
                terms[term.Name] = term.Value.GetString()!;
            else if (term.Value.ValueKind == JsonValueKind.Object)
                ReadTerm(term);
        }
    }

    private void ReadTerm(JsonProperty term)
    {
        if (term.Value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String)
            terms[term.Name] = id.GetString()!;
        if (term.Value.TryGetProperty("@type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "@id")
            references.Add(term.Name);
    }

    /// <summary>A term or a name with a prefix in full; a term may be explained by a prefix once more.</summary>
    private string Expand(string name)
    {
        const int MostSteps = 4;
        for (var step = 0; step < MostSteps; step++)
        {
            var colon = name.IndexOf(':');
            var next = terms.TryGetValue(name, out var term) ? term
                : colon > 0 && !name.AsSpan(colon).StartsWith("://") && terms.TryGetValue(name[..colon], out var prefix)
                    ? prefix + name[(colon + 1)..]
                : name;
            if (next == name)
                break;
            name = next;
        }

        return name;
    }
}
