using System.Text.Json;

namespace Graph.Export;

/// <summary>JSON-LD, expanded but for the prefixes of its context.</summary>
internal sealed class JsonLdWriter(Utf8JsonWriter json) : IRdfWriter
{
    private string? predicate;

    public static ExportReport Write(GraphSelection selection, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonValues.Indented);
        json.WriteStartObject();
        json.WriteStartObject("@context");
        foreach (var (prefix, name) in RdfNames.Prefixes)
        {
            // A name that ends in no delimiter is a prefix only if it says so; for the others it is no harm.
            json.WriteStartObject(prefix);
            json.WriteString("@id", name);
            json.WriteBoolean("@prefix", true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("@graph");
        var report = new RdfGraph(selection, new JsonLdWriter(json), new LossLedger()).Write();
        json.WriteEndArray();
        json.WriteEndObject();
        return report;
    }

    public void Begin(string subject)
    {
        json.WriteStartObject();
        json.WriteString("@id", subject);
        predicate = null;
    }

    public void Add(string predicate, RdfTerm value)
    {
        var isType = predicate == $"{RdfNames.Rdf}type";
        if (predicate != this.predicate)
        {
            if (this.predicate is not null)
                json.WriteEndArray();
            json.WriteStartArray(isType ? "@type" : Shorten(predicate));
        }

        this.predicate = predicate;
        if (isType)
            json.WriteStringValue(Shorten(value.Text));
        else
            WriteValue(value);
    }

    public void End()
    {
        if (predicate is not null)
            json.WriteEndArray();
        json.WriteEndObject();
        JsonValues.FlushIfFull(json);
    }

    private void WriteValue(RdfTerm value)
    {
        json.WriteStartObject();
        if (value.IsIri)
        {
            json.WriteString("@id", value.Text);
        }
        else
        {
            json.WriteString("@value", value.Text);
            if (value.Datatype is { } datatype)
                json.WriteString("@type", Shorten(datatype));
        }

        json.WriteEndObject();
    }

    private static string Shorten(string iri)
    {
        foreach (var (prefix, name) in RdfNames.Prefixes)
        {
            if (iri.StartsWith(name, StringComparison.Ordinal) && iri.Length > name.Length && !iri.AsSpan(name.Length).StartsWith("//"))
                return $"{prefix}:{iri.AsSpan(name.Length)}";
        }

        return iri;
    }
}
