using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// DBpedia Spotlight: the text of the request, and resources with the words, where they begin, what DBpedia calls them and a list of types,
/// <c>Wikidata:Q515,Schema:City,DBpedia:City</c>, of which those of DBpedia count first.
/// </summary>
internal sealed class SpotlightShape() : JsonShape("DBpedia Spotlight")
{
    private const string Ontology = "DBpedia:";
    private static readonly HashSet<string> Taken = ["@text", "Resources"];
    private static readonly HashSet<string> OfResource = ["@URI", "@types", "@surfaceForm", "@offset", "@similarityScore"];

    // What was asked for.
    private static readonly string[] OfRequest = ["@confidence", "@support", "@types", "@sparql", "@policy"];

    public override bool Fits(JsonElement record) =>
        record.Get("@text").ValueKind == JsonValueKind.String
        && record.Items("Resources").Any(resource => resource.Text("@offset") is not null);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var text = record.Root.Text("@text")!;
        reading.CountUnread(record.Root, [.. Taken, .. OfRequest]);
        reading.Log.CountPassed("settings of the request", OfRequest.Count(name => record.Root.Get(name).IsSaying()));
        var draft = reading.CreateDraft(record, text);
        var resources = record.Root.Items("Resources").ToList();
        var offsets = TextOffsets.Choose(text, resources.ConvertAll(ReadSpan));
        foreach (var resource in resources)
        {
            var recorded = ReadSpan(resource);
            if (draft.FindSpan(offsets, recorded) is not { } span)
                continue;

            draft.Complete(draft.AddMention(null, ReadTypes(resource), span, recorded.Surface), mention => mention with
            {
                Links = EntityLink.FromAddress(resource.Text("@URI") ?? "") is { } link ? [link] : [],
                Confidence = double.TryParse(
                    resource.Text("@similarityScore"), System.Globalization.CultureInfo.InvariantCulture, out var score) ? score : null,
                Properties = resource.Others(OfResource),
            });
        }

        yield return draft.ToArticle();
    }

    private static RecordedSpan ReadSpan(JsonElement resource)
    {
        var start = resource.Get("@offset").Integer() ?? -1;
        var words = resource.Text("@surfaceForm");
        return new RecordedSpan(start, start + (words?.EnumerateRunes().Count() ?? 0), words);
    }

    /// <summary>The types of DBpedia without its name, then the others as they are written.</summary>
    private static ImmutableArray<string> ReadTypes(JsonElement resource)
    {
        var types = (resource.Text("@types") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var own = types.Where(type => type.StartsWith(Ontology, StringComparison.Ordinal)).Select(type => type[Ontology.Length..]);
        return [.. own.Concat(types.Where(type => !type.StartsWith(Ontology, StringComparison.Ordinal)))];
    }
}
