using System.Text.Json;

namespace Graph.Annotations;

/// <summary>RDF in any of its forms: Turtle, TriG, N-Triples, N-Quads, RDF/XML and JSON-LD, whatever graph says something.</summary>
internal static class RdfFile
{
    private static readonly string[] Lines = [".ttl", ".nt", ".nif", ".turtle", ".n3", ".trig", ".nq", ".nquads"];

    public static bool IsRdf(AnnotationFile file) =>
        Lines.Contains(file.Extension) || IsJson(file) || (IsXml(file) && XmlHeads.HasRoot(file, "RDF"));

    public static IReadOnlyList<RdfTriple> Read(AnnotationFile file, ReadingLog log)
    {
        if (IsXml(file))
            return XmlFile.Read(file, log) is { } xml ? RdfXmlReader.Read(xml.Root) : [];
        var source = file.ReadText(log);
        return IsJson(file) ? ReadJson(source, log) : new TurtleReader(source, log).Read();
    }

    private static bool IsXml(AnnotationFile file) => file.Extension is ".rdf" or ".owl" or ".xml";

    private static bool IsJson(AnnotationFile file) =>
        file.Extension == ".jsonld" || (file.Extension == ".json" && file.Head.Contains("\"@context\"", StringComparison.Ordinal));

    private static IReadOnlyList<RdfTriple> ReadJson(SourceText source, ReadingLog log)
    {
        try
        {
            using var document = JsonDocument.Parse(source.Text);
            return JsonLdReader.Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            var line = Math.Clamp((int)(exception.LineNumber ?? 0) + 1, 1, source.LineCount);
            log.ReportMalformed(ReadingDiagnostics.Malformed(SourcePlace.Line(source, line), "JSON-LD file", "it is no JSON from here on"));
            return [];
        }
    }
}
