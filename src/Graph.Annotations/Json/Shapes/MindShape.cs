using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// MIND, news with the entities of title and abstract, each with an item of Wikidata, the characters at which it occurs, and its words
/// there. The article is the title and the abstract below it.
/// </summary>
internal sealed class MindShape() : JsonShape("MIND")
{
    private const string Title = "title";
    private const string Abstract = "abstract";
    private const string OfTitle = "title_entities";
    private const string OfAbstract = "abstract_entities";
    private const string Places = "OccurrenceOffsets";
    private const string Forms = "SurfaceForms";
    private static readonly HashSet<string> Taken = [Title, Abstract, OfTitle, OfAbstract];
    private static readonly HashSet<string> OfEntity = ["Label", "Type", "WikidataId", "Confidence", Places, Forms];

    public override bool Fits(JsonElement record) => ListEntities(record).Any(entity => entity.HasArray(Places) && entity.HasArray(Forms));

    public override bool FitsEmpty(JsonElement record) =>
        record.Text(Title) is not null && record.HasArray(OfTitle) && record.HasArray(OfAbstract);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        var (title, summary) = (root.Text(Title) ?? "", root.Text(Abstract) ?? "");
        var text = summary.Length == 0 ? title : $"{title}\n{summary}";
        var draft = reading.CreateDraft(record, text);
        foreach (var entity in ListEntities(root))
            reading.CountUnread("entities", entity, OfEntity);
        AddEntities(root.Items(OfTitle), title, 0, draft);
        AddEntities(root.Items(OfAbstract), summary, text.Length - summary.Length, draft);
        yield return draft.ToArticle();
    }

    private static IEnumerable<JsonElement> ListEntities(JsonElement record) => record.Items(OfTitle).Concat(record.Items(OfAbstract));

    /// <param name="part">The title or the abstract, in which the places count.</param>
    /// <param name="first">Where it begins in the text.</param>
    private static void AddEntities(IEnumerable<JsonElement> entities, string part, int first, JsonArticleDraft draft)
    {
        var offsets = new TextOffsets(part);
        foreach (var entity in entities)
        {
            var forms = entity.Get(Forms)
                .Texts()
                .Where(form => form.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(form => form.Length)
                .ToList();
            var chain = entity.Items(Places)
                .Select(place => FindForm(part, offsets, place.Integer() ?? -1, forms))
                .OfType<TextSpan>()
                .ToList();
            if (chain.Count < entity.Items(Places).Count())
                draft.Log.CountLoss("mentions whose words are not in the text", entity.Items(Places).Count() - chain.Count, draft.Place);
            foreach (var span in chain)
            {
                draft.Complete(
                    draft.AddMention(null, [entity.Text("Type") ?? ""], new TextSpan(first + span.Start, span.Length)),
                    mention => mention with
                    {
                        Confidence = entity.Number("Confidence"),
                        EntityLabel = entity.Text("Label"),
                        Links = entity.Text("WikidataId") is { Length: > 0 } item ? [new EntityLink(EntityLink.Wikidata, item)] : [],
                    });
            }
        }
    }

    /// <summary>
    /// The longest of the words that the text has at a place; where it has none, as some places are off, the first of them at all.
    /// </summary>
    private static TextSpan? FindForm(string part, TextOffsets offsets, long place, List<string> forms)
    {
        if (offsets.TryGetStart(place, out var start)
            && forms.Find(form => part.AsSpan(start).StartsWith(form, StringComparison.Ordinal)) is { } here)
            return new TextSpan(start, here.Length);
        return forms.Select(form => (Start: WordFinder.Find(part, form), form.Length)).Where(found => found.Start >= 0)
            .Select(found => (TextSpan?)new TextSpan(found.Start, found.Length)).FirstOrDefault();
    }
}
