using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Wikifier: pages of Wikipedia with the places that support them, whose last character is included. The answer has no text but its words
/// and what stands before, between and behind them, which make it.
/// </summary>
internal sealed class WikifierShape() : JsonShape("Wikifier")
{
    private const string Spaces = "spaces";
    private const string Words = "words";
    private static readonly HashSet<string> Taken = ["annotations", Spaces, Words, "text", "ranges", "language"];
    private static readonly HashSet<string> OfAnnotation =
    [
        "support", "dbPediaTypes", "url", "dbPediaIri", "wikiDataItemId", "title", "lang", "supportLen", "wikiDataClasses",
        "wikiDataClassIds", "secLang", "secTitle", "secUrl", "pageRank", "cosine",
    ];

    public override bool Fits(JsonElement record) =>
        (record.HasArray(Spaces) && record.HasArray(Words) && record.Get(Spaces).GetArrayLength() == record.Get(Words).GetArrayLength() + 1)
        && record.HasArray("annotations");

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        var text = root.Text("text") ?? string.Concat(root.Items(Spaces).Zip(
            root.Items(Words).Select(word => word.Text() ?? "").Append(""), (space, word) => (space.Text() ?? "") + word));
        var draft = reading.CreateDraft(record, text);
        var offsets = TextOffsets.Choose(
            text,
            new OffsetCounting(OffsetUnit.CodePoints, IncludesLast: true),
            [.. root.Items("annotations").SelectMany(page => page.Items("support")).Select(ReadSpan)]);
        foreach (var page in root.Items("annotations"))
        {
            reading.CountUnread("annotations", page, OfAnnotation);
            AddPage(page, offsets, draft);
        }

        yield return draft.ToArticle();
    }

    private static void AddPage(JsonElement page, TextOffsets offsets, JsonArticleDraft draft)
    {
        ImmutableArray<EntityLink> links =
        [
            .. new[]
            {
                page.Text("wikiDataItemId") is { Length: > 0 } item ? new EntityLink(EntityLink.Wikidata, item) : null,
                page.Text("url") is { } url ? EntityLink.FromAddress(url) : null,
                page.Text("dbPediaIri") is { Length: > 0 } iri ? EntityLink.FromAddress(iri) : null,
            }.OfType<EntityLink>(),
        ];
        var types = page.Get("dbPediaTypes").Texts();
        var chain = new List<int>();
        foreach (var place in page.Items("support"))
        {
            if (draft.FindSpan(offsets, ReadSpan(place)) is not { } span || draft.AddMention(null, types, span) is not { } index)
                continue;
            draft.Complete(index, mention => mention with { Links = links });
            chain.Add(index);
        }

        draft.AddChain(null, chain);
    }

    private static RecordedSpan ReadSpan(JsonElement place) => new(place.Integer("chFrom") ?? -1, place.Integer("chTo") ?? -1, null);
}
